package org.kongdee.rubric.scoring;

import java.util.Collection;
import java.util.stream.Collectors;

/** Names as a message lists them: the first, and how many more there are. */
final class Names {

    private static final int MOST = 10;

    private Names() {}

    static String listed(Collection<String> names) {
        String first = names.stream().limit(MOST).collect(Collectors.joining(", "));
        return names.size() <= MOST ? first : first + " and %d more".formatted(names.size() - MOST);
    }
}
