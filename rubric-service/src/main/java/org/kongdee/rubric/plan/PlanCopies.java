package org.kongdee.rubric.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import org.kongdee.rubric.assessment.AssessmentService;
import org.kongdee.rubric.cycle.CycleService;
import org.kongdee.rubric.cycle.CycleView;
import org.kongdee.rubric.document.Plan;
import org.kongdee.rubric.plan.CopiedPlan.PlanHole;
import org.kongdee.rubric.plan.PlanService.Held;
import org.kongdee.rubric.rubric.Rubrics;
import org.kongdee.rubric.scoring.PlanTransfer;
import org.kongdee.rubric.scoring.PlanTransfer.Carried;
import org.kongdee.rubric.scoring.PlanTransfer.Hole;
import org.kongdee.web.problem.Conflict;
import org.kongdee.web.problem.Forbidden;
import org.kongdee.web.problem.RuleBroken;
import org.kongdee.web.security.Caller;
import org.kongdee.web.security.Roles;
import org.kongdee.web.text.Message;

/** Copies plans: last year's, or another unit's. */
@ApplicationScoped
class PlanCopies {

    private final PlanService service;
    private final Plans plans;
    private final CycleService cycles;
    private final AssessmentService assessments;
    private final Rubrics rubrics;
    private final Caller caller;

    PlanCopies(
            PlanService service,
            Plans plans,
            CycleService cycles,
            AssessmentService assessments,
            Rubrics rubrics,
            Caller caller) {
        this.service = service;
        this.plans = plans;
        this.cycles = cycles;
        this.assessments = assessments;
        this.rubrics = rubrics;
        this.caller = caller;
    }

    @Transactional
    CopiedPlan copy(String cycle, String unit, CopyPlan wanted) {
        String fromUnit = wanted.unit() == null ? unit : wanted.unit();
        boolean sameUnit = fromUnit.equals(unit);
        if (!sameUnit && !caller.is(Roles.ORGANISER)) {
            throw new Forbidden(Message.of("Only organisers copy the plan of another unit."));
        }
        Held there = service.hold(cycle, unit);
        refuseUnknown(wanted, there);
        Carried carried = carried(wanted, fromUnit, sameUnit, there);
        if (!there.plan().criteria().isEmpty() && !Boolean.TRUE.equals(wanted.replace())) {
            throw new Conflict(
                    "plan-exists",
                    Message.of(
                            "The unit has a plan already; replace: true puts the copy in its place."));
        }
        if (!Boolean.TRUE.equals(wanted.dryRun())) {
            Held unused = service.write(there, carried.plan(), wanted.reason());
        }
        return new CopiedPlan(
                carried.plan().criteria().size(),
                carried.plan().milestones(),
                holes(carried.holes()));
    }

    private Carried carried(CopyPlan wanted, String fromUnit, boolean sameUnit, Held there) {
        CycleView from = source(wanted.cycle());
        assessments.mustBeThere(from.cycle(), fromUnit);
        Plan plan =
                plans.of(
                        from.cycle(),
                        fromUnit,
                        rubrics.scorer(from.rubric(), from.version()).rubric());
        return PlanTransfer.carry(plan, there.basis(), wanted.sections(), sameUnit, from.period());
    }

    private CycleView source(String cycle) {
        return cycles.get(cycle).view();
    }

    /** A section that the unit has not got is a slip, and no hole. */
    private static void refuseUnknown(CopyPlan wanted, Held there) {
        Set<String> known = there.basis().sections();
        wanted.sections()
                .forEach(
                        (from, to) -> {
                            if (!known.contains(to)) {
                                throw RuleBroken.at(
                                        "unknown-section",
                                        "/sections/" + from.replace("~", "~0").replace("/", "~1"),
                                        Message.of(
                                                "The unit has no section '%s'; it has %s.",
                                                to, there.unit().sectionCodes()));
                            }
                        });
    }

    static List<PlanHole> holes(List<Hole> holes) {
        return holes.stream().map(hole -> new PlanHole(hole.path(), hole.why().inBoth())).toList();
    }
}
