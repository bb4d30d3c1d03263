package org.kongdee.rubric.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.kongdee.rubric.document.Plan;
import org.kongdee.rubric.plan.PlanService.Held;
import org.kongdee.rubric.scoring.Obligation;
import org.kongdee.rubric.scoring.Obligations;
import org.kongdee.rubric.scoring.Obligations.Rules;

/** Finds the milestones that a change of plan moves to another day, or drops. */
final class Moves {

    private Moves() {}

    /** What each is called, such as "1.1.2:1" or "5.4:1:LEGAL", in order. */
    static List<String> between(Held there, Plan wanted, Rules rules) {
        Map<String, LocalDate> before = days(there, there.plan(), rules);
        Map<String, LocalDate> after = days(there, wanted, rules);
        List<String> moved = new ArrayList<>();
        before.forEach(
                (name, day) -> {
                    if (!day.equals(after.get(name))) {
                        moved.add(name);
                    }
                });
        return moved;
    }

    private static Map<String, LocalDate> days(Held there, Plan plan, Rules rules) {
        return Obligations.of(
                        there.rubric(),
                        plan,
                        there.cycle().period(),
                        there.unit().sectionCodes(),
                        rules)
                .stream()
                .collect(
                        Collectors.toMap(
                                Moves::name, Obligation::due, (one, _) -> one, TreeMap::new));
    }

    private static String name(Obligation row) {
        String name = row.criterion().code() + ":" + row.code();
        return row.section() == null ? name : name + ":" + row.section();
    }
}
