package org.kongdee.rubric.sheet;

import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.kongdee.rubric.assessment.AssessmentService;
import org.kongdee.rubric.assessment.Leaves;
import org.kongdee.rubric.evidence.CountedItem;
import org.kongdee.rubric.milestone.MilestoneService;
import org.kongdee.rubric.milestone.MilestoneView;
import org.kongdee.rubric.rubric.Rubrics;
import org.kongdee.rubric.scoring.Scorer;
import org.kongdee.rubric.scoring.Standing;
import org.kongdee.rubric.sheet.SheetView.Totals;
import org.kongdee.web.security.Caller;

/** Puts together what a unit's table shows. */
@ApplicationScoped
class SheetService {

    private final SheetRepository repository;
    private final MilestoneService milestones;
    private final Rubrics rubrics;
    private final Caller caller;
    private final Clock clock;

    SheetService(
            SheetRepository repository,
            MilestoneService milestones,
            Rubrics rubrics,
            Caller caller,
            Clock clock) {
        this.repository = repository;
        this.milestones = milestones;
        this.rubrics = rubrics;
        this.caller = caller;
        this.clock = clock;
    }

    /** What is known of a unit that the caller may see. */
    StoredSheet stored(String cycle, String unit) {
        caller.mustSee(unit);
        return repository
                .find(cycle, unit, clock.instant())
                .orElseThrow(() -> AssessmentService.notEnrolled(cycle, unit));
    }

    /** The milestones are read now: never older than the tag, at most newer. */
    SheetView view(String cycle, StoredSheet stored) {
        Scorer scorer = rubrics.scorer(stored.rubric(), stored.version(), stored.unit().group());
        Standing standing =
                Standing.of(
                        scorer,
                        index -> Leaves.decode(scorer, stored.leaves(), index),
                        stored.evidence().accepted(stored.today()),
                        stored.evidence().scope());
        Map<String, List<MilestoneView>> due =
                milestones.of(cycle, stored.unit().unit()).stream()
                        .collect(groupingBy(MilestoneView::criterion));
        var lines = new SheetLines(scorer.rubric(), stored, due);
        List<CountedItem> items = stored.evidence().items();
        return new SheetView(
                cycle,
                stored.unit().unit(),
                stored.unit().title(),
                stored.unit().sections(),
                new Totals(
                        standing.claimed().max(),
                        standing.backed().points(),
                        standing.claimed().points(),
                        null,
                        (int) items.stream().filter(item -> item.counts(stored.today())).count(),
                        (int) items.stream().filter(CountedItem::isWaiting).count()),
                standing.lines().stream().map(lines::of).toList());
    }
}
