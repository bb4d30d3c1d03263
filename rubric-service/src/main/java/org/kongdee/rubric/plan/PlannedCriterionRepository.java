package org.kongdee.rubric.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kongdee.rubric.plan.PlannedCriterion.Key;
import org.kongdee.web.entity.KeptRepository;

/** The table {@code plan_entry}, as those write it who change plans. */
@ApplicationScoped
class PlannedCriterionRepository implements KeptRepository<PlannedCriterion, Key> {

    /** All of a unit, by criterion. */
    Map<String, PlannedCriterion> of(String cycle, String unit) {
        List<PlannedCriterion> entries = list("id.cycle = ?1 and id.unit = ?2", cycle, unit);
        return entries.stream()
                .collect(Collectors.toMap(each -> each.id().criterion(), Function.identity()));
    }
}
