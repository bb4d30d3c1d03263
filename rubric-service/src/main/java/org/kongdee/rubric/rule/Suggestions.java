package org.kongdee.rubric.rule;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.text.Message;

/**
 * Finds what misspelt names were meant to be, for one answer. A name is compared with every name
 * that is known, and an answer may hold many of both: so only the first names are looked for, among
 * so many known ones, and only in short ones. Where no more is looked for, nothing is suggested.
 *
 * <p>Not for several threads.
 */
public final class Suggestions {

    private static final int MOST_NAMES = 20;
    private static final int MOST_KNOWN = 1_000;

    /** Longer names are not compared; the effort grows with the product of the lengths. */
    private static final int LONGEST = 64;

    /** Of {@link #distance}, which is asked many times. */
    private final int[][] cost = new int[LONGEST + 1][LONGEST + 1];

    private int names;

    /** {@code ; did you mean "x"?} if a known name is near, else {@link Message#NONE}. */
    public Message of(String name, Collection<String> known) {
        if (name.length() > LONGEST || names == MOST_NAMES) {
            return Message.NONE;
        }
        names++;
        String nearest = nearest(name, known);
        return nearest == null ? Message.NONE : Message.of("; did you mean \"%s\"?", nearest);
    }

    /**
     * The known name that takes the fewest letters to change, if that is at most a third of them.
     */
    private @Nullable String nearest(String name, Collection<String> known) {
        int least = Math.max(1, name.length() / 3);
        String nearest = null;
        int compared = 0;
        for (String candidate : known) {
            if (++compared > MOST_KNOWN) {
                break;
            }
            if (candidate.length() <= LONGEST
                    && Math.abs(candidate.length() - name.length()) <= least) {
                int distance = distance(name, candidate);
                if (distance < least
                        || distance == least
                                && (nearest == null || candidate.compareTo(nearest) < 0)) {
                    least = distance;
                    nearest = candidate;
                }
            }
        }
        return nearest;
    }

    /** Letters to insert, remove, replace, or exchange with their neighbour. */
    private int distance(String a, String b) {
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(a, i, b, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private int cheapest(String a, int i, String b, int j) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int cheapest =
                Math.min(
                        cost[i - 1][j - 1] + (same ? 0 : 1),
                        1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean exchanged =
                i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1);
        return exchanged ? Math.min(cheapest, 1 + cost[i - 2][j - 2]) : cheapest;
    }
}
