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

    /** Levenshtein distance, row by row. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j - 1], row[j]));
            }
        }
        return row[b.length()];
    }
}
