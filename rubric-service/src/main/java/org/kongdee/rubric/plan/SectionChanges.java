package org.kongdee.rubric.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.kongdee.rubric.assessment.Enrolment;
import org.kongdee.rubric.assessment.Enrolments;
import org.kongdee.rubric.document.PlanBasis;
import org.kongdee.rubric.plan.PlanService.Held;
import org.kongdee.rubric.scoring.PlanTransfer;
import org.kongdee.rubric.scoring.PlanTransfer.Carried;
import org.kongdee.rubric.unit.Section;
import org.kongdee.rubric.unit.UnitService;
import org.kongdee.web.entity.Stamp;
import org.kongdee.web.problem.RuleBroken;
import org.kongdee.web.security.Caller;
import org.kongdee.web.text.Message;

/** Takes the sections that a unit has now over into an assessment, and into its plan. */
@ApplicationScoped
class SectionChanges {

    private final PlanService plans;
    private final Enrolments enrolments;
    private final UnitService units;
    private final Caller caller;
    private final Clock clock;

    SectionChanges(
            PlanService plans,
            Enrolments enrolments,
            UnitService units,
            Caller caller,
            Clock clock) {
        this.plans = plans;
        this.enrolments = enrolments;
        this.units = units;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    SectionsTakenOver takeOver(String cycle, String unit, TakeOverSections wanted) {
        Held there = plans.hold(cycle, unit);
        List<Section> sections = units.get(unit).view().sections();
        List<String> before = there.unit().sectionCodes();
        List<String> now = sections.stream().map(Section::code).toList();
        refuseUnknown(wanted, before, now);
        List<String> joined = now.stream().filter(code -> !before.contains(code)).toList();
        List<String> gone = before.stream().filter(code -> !now.contains(code)).toList();
        Carried carried =
                PlanTransfer.carry(
                        there.plan(),
                        new PlanBasis(there.rubric(), Set.copyOf(now), there.cycle().period()),
                        wanted.renamed(),
                        true,
                        there.cycle().period());
        boolean differs = !sections.equals(there.unit().sections());
        if (differs && !Boolean.TRUE.equals(wanted.dryRun())) {
            var enrolled =
                    new Enrolment(unit, there.unit().title(), sections, there.unit().group());
            enrolments.takeOver(there.cycle(), enrolled);
            Held unused =
                    plans.write(
                            new Held(
                                    there.cycle(),
                                    enrolled,
                                    there.rubric(),
                                    there.head(),
                                    there.plan()),
                            carried.plan(),
                            wanted.reason(),
                            Set.copyOf(joined),
                            new Stamp(clock.instant(), caller.subject(), caller.name()));
        }
        return new SectionsTakenOver(sections, joined, gone, PlanCopies.holes(carried.holes()));
    }

    private static void refuseUnknown(
            TakeOverSections wanted, List<String> before, List<String> now) {
        wanted.renamed()
                .forEach(
                        (from, to) -> {
                            if (!before.contains(from) || now.contains(from) || !now.contains(to)) {
                                throw RuleBroken.at(
                                        "unknown-section",
                                        "/renamed/" + from.replace("~", "~0").replace("/", "~1"),
                                        Message.of(
                                                "renamed leads from a section that goes to one that the unit has now; it had %s and has %s.",
                                                before, now));
                            }
                        });
    }
}
