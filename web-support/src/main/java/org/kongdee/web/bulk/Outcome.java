package org.kongdee.web.bulk;

import java.util.Map;
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

    public boolean accepted() {
        return fault == null;
    }
}
