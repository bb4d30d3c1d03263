package org.kongdee.rubric.document;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much a document may hold, many times what real ones do: it is spent while the document is
 * read, so that none costs more to check, to compile and to score by than a rubric may.
 */
final class Budget {

    static final String VALUES = "values";
    static final String RULES = "rules";
    static final String RULE_CHARACTERS = "characters in rules";

    /** The lists among these are called by the names of their fields. */
    private static final Map<String, Integer> MOST =
            Map.of(
                    VALUES,
                    30_000,
                    "nodes",
                    2_000,
                    "rungs",
                    5_000,
                    "deadlines",
                    2_000,
                    RULES,
                    2_000,
                    RULE_CHARACTERS,
                    100_000);

    private final Map<String, Integer> spent = new HashMap<>();

    /**
     * Takes so many of these from what is left.
     *
     * @return what is wrong if there are too many; null if they are not counted or are left
     */
    @Nullable String spend(String what, int how) {
        Integer most = MOST.get(what);
        return most != null && spent.merge(what, how, Integer::sum) > most
                ? "the document has more than %d %s".formatted(most, what)
                : null;
    }
}
