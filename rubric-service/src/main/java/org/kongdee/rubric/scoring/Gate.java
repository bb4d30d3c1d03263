package org.kongdee.rubric.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.document.Criterion;
import org.kongdee.rubric.document.Requirement;

/**
 * Points that must be there for a node to count, or for a band to be given. It asks for a
 * criterion's own points, whatever becomes of the node that it stands in; what does not apply is
 * not asked for.
 */
record Gate(List<Asked> asked) {

    Gate {
        asked = List.copyOf(asked);
    }

    static final Gate OPEN = new Gate(List.of());

    /** {@code index} is the number of the criterion. */
    private record Asked(Criterion criterion, int index, BigDecimal points) {

        @Nullable Unmet unmet(IntFunction<Mark> marks) {
            return switch (marks.apply(index)) {
                case Mark.Points(var has, _) when has.compareTo(points) < 0 ->
                        new Unmet(criterion, points, has);
                case Mark.Unscored _ -> new Unmet(criterion, points, BigDecimal.ZERO);
                case Mark.Points _, Mark.NotApplicable _ -> null;
            };
        }
    }

    /**
     * @param criteria those that the unit has, and {@code indexes} their numbers by code
     */
    static Gate of(
            List<Requirement> requires, List<Criterion> criteria, Map<String, Integer> indexes) {
        List<Asked> asked = new ArrayList<>();
        for (Requirement requirement : requires) {
            Integer index = indexes.get(requirement.criterion());
            if (index != null) {
                asked.add(new Asked(criteria.get(index), index, requirement.points()));
            }
        }
        return asked.isEmpty() ? OPEN : new Gate(asked);
    }

    /** What is not there; nothing if the gate is met. */
    List<Unmet> unmet(IntFunction<Mark> marks) {
        return asked.stream()
                .<Unmet>mapMulti(
                        (each, sink) -> {
                            Unmet unmet = each.unmet(marks);
                            if (unmet != null) {
                                sink.accept(unmet);
                            }
                        })
                .toList();
    }
}
