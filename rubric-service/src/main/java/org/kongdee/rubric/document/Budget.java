package org.kongdee.rubric.document;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.text.Message;

/**
 * How much a document may hold, many times what real ones do: it is spent while the document is
 * read, so that none costs more to check, to compile and to score by than a rubric may.
 */
final class Budget {

    static final String VALUES = "values";
    static final String RULES = "rules";
    static final String RULE_CHARACTERS = "characters in rules";

    /** The most of something, and what is said where there are more. */
    private record Limit(int most, Message exceeded) {}

    /** The lists among these are called by the names of their fields. */
    private static final Map<String, Limit> LIMITS =
            Map.of(
                    VALUES,
                    new Limit(30_000, Message.of("the document has more than %d values", 30_000)),
                    "nodes",
                    new Limit(2_000, Message.of("the document has more than %d nodes", 2_000)),
                    "rungs",
                    new Limit(5_000, Message.of("the document has more than %d rungs", 5_000)),
                    "deadlines",
                    new Limit(2_000, Message.of("the document has more than %d deadlines", 2_000)),
                    RULES,
                    new Limit(2_000, Message.of("the document has more than %d rules", 2_000)),
                    RULE_CHARACTERS,
                    new Limit(
                            100_000,
                            Message.of(
                                    "the document has more than %d characters in rules", 100_000)));

    private final Map<String, Integer> spent = new HashMap<>();

    /**
     * Takes so many of these from what is left.
     *
     * @return what is wrong if there are too many; null if they are not counted or are left
     */
    @Nullable Message spend(String what, int how) {
        Limit limit = LIMITS.get(what);
        return limit != null && spent.merge(what, how, Integer::sum) > limit.most
                ? limit.exceeded
                : null;
    }
}
