package org.kongdee.notification.planning;

import java.util.Comparator;

/** Orders criterion codes as people number them: 1.9 before 1.10. */
public enum CriterionOrder implements Comparator<String> {
    INSTANCE;

    @Override
    public int compare(String left, String right) {
        String[] a = left.split("\\.", -1);
        String[] b = right.split("\\.", -1);
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            int byPart = comparePart(a[i], b[i]);
            if (byPart != 0) {
                return byPart;
            }
        }
        return Integer.compare(a.length, b.length);
    }

    /** A longer number is a larger one; the codes have no leading zeros. */
    private static int comparePart(String a, String b) {
        boolean numbers = isNumber(a) && isNumber(b);
        int byLength = numbers ? Integer.compare(a.length(), b.length()) : 0;
        return byLength != 0 ? byLength : a.compareTo(b);
    }

    private static boolean isNumber(String part) {
        return !part.isEmpty() && part.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
