package org.kongdee.web.bulk;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.problem.Fault;
import org.kongdee.web.problem.Problems;

/**
 * What became of one line.
 *
 * @param line counted from 1
 * @param status what a request for this line alone would have answered
 * @param fault why it was refused
 * @param members what the line's answer tells besides, such as the points scored
 */
public record Outcome(int line, int status, @Nullable Fault fault, Map<String, Object> members) {

    public static Outcome accepted(int line, int status) {
        return new Outcome(line, status, null, Map.of());
    }

    public static Outcome accepted(int line, int status, Map<String, Object> members) {
        return new Outcome(line, status, null, members);
    }

    public static Outcome rejected(int line, Fault fault) {
        return new Outcome(line, Problems.status(fault), fault, Map.of());
    }

    /**
     * Tells of lines that were taken what is known only when all of them are written.
     *
     * @param written by the number of its line
     */
    public static <T> List<Outcome> tell(
            List<Outcome> outcomes,
            Map<Integer, ? extends T> written,
            Function<T, Map<String, Object>> members) {
        return outcomes.stream()
                .map(
                        outcome -> {
                            T its = written.get(outcome.line());
                            return its == null || !outcome.accepted()
                                    ? outcome
                                    : accepted(
                                            outcome.line(), outcome.status(), members.apply(its));
                        })
                .toList();
    }

    public boolean accepted() {
        return fault == null;
    }
}
