package org.kongdee.rubric.plan;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kongdee.rubric.assessment.Enrolment;
import org.kongdee.rubric.assessment.Enrolments;
import org.kongdee.rubric.cycle.CycleOpened;
import org.kongdee.rubric.cycle.CycleView;
import org.kongdee.rubric.document.Fault;
import org.kongdee.rubric.document.Plan;
import org.kongdee.rubric.document.PlanBasis;
import org.kongdee.rubric.document.PlanDocument;
import org.kongdee.rubric.document.Rubric;
import org.kongdee.rubric.rubric.Rubrics;
import org.kongdee.web.problem.FieldError;
import org.kongdee.web.problem.RuleBroken;
import org.kongdee.web.text.Message;

/**
 * Looks at all plans once more when their cycle opens: its rubric, or its period, may have changed
 * since they were written.
 */
@ApplicationScoped
class PlanChecks {

    private static final int MOST = 100;
    private static final int BATCH = 500;

    /** Before milestones are made of them. */
    private static final int FIRST = Interceptor.Priority.APPLICATION - 100;

    private final Plans plans;
    private final Enrolments enrolments;
    private final Rubrics rubrics;

    PlanChecks(Plans plans, Enrolments enrolments, Rubrics rubrics) {
        this.plans = plans;
        this.enrolments = enrolments;
        this.rubrics = rubrics;
    }

    void whenOpened(@Observes @Priority(FIRST) CycleOpened opened) {
        CycleView cycle = opened.cycle();
        Rubric whole = rubrics.scorer(cycle.rubric(), cycle.version()).rubric();
        List<Enrolment> units = enrolments.of(cycle.cycle());
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < units.size() && errors.size() < MOST; i += BATCH) {
            check(cycle, whole, units.subList(i, Math.min(i + BATCH, units.size())), errors);
        }
        if (!errors.isEmpty()) {
            throw new RuleBroken(
                    "invalid-plan",
                    Message.of(
                            "Plans of this cycle have faults now; mend them, then open the cycle again."),
                    errors.subList(0, Math.min(MOST, errors.size())));
        }
    }

    private void check(
            CycleView cycle, Rubric whole, List<Enrolment> units, List<FieldError> errors) {
        Map<String, Plan> planned =
                plans.of(cycle.cycle(), units.stream().map(Enrolment::unit).toList(), whole);
        for (Enrolment unit : units) {
            Plan plan = planned.get(unit.unit());
            if (plan != null) {
                Rubric rubric =
                        rubrics.scorer(cycle.rubric(), cycle.version(), unit.group()).asked();
                var basis = new PlanBasis(rubric, Set.copyOf(unit.sectionCodes()), cycle.period());
                for (Fault fault : PlanDocument.faults(plan, basis)) {
                    errors.add(
                            FieldError.at(
                                    fault.path(),
                                    Message.of("plan of %s: %s", unit.unit(), fault.message())));
                }
            }
        }
    }
}
