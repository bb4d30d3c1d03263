package org.kongdee.rubric.rule;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what a misspelt name was meant to be. */
public final class Suggestion {

    /** Longer names are not compared; the effort grows with the product of the lengths. */
    private static final int LONGEST = 64;

    private Suggestion() {}

    /** {@code ; did you mean "x"?} if a known name is near, else nothing. */
    public static String of(String name, Collection<String> known) {
        return nearest(name, known).map(near -> "; did you mean \"" + near + "\"?").orElse("");
    }

    /**
     * The known name that takes the fewest letters to change, if that is at most a third of them.
     */
    static Optional<String> nearest(String name, Collection<String> known) {
        if (name.length() > LONGEST) {
            return Optional.empty();
        }
        return known.stream()
                .filter(candidate -> candidate.length() <= LONGEST)
                .filter(candidate -> distance(name, candidate) <= Math.max(1, name.length() / 3))
                .min(
                        Comparator.<String>comparingInt(candidate -> distance(name, candidate))
                                .thenComparing(Comparator.naturalOrder()));
    }

    /** Letters to insert, remove, replace, or exchange with their neighbour. */
    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, i, b, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(int[][] cost, String a, int i, String b, int j) {
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
