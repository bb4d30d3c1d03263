package org.kongdee.rubric.score;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.assessment.AssessmentService;
import org.kongdee.rubric.assessment.FollowedStages;
import org.kongdee.rubric.assessment.Stage;
import org.kongdee.rubric.cycle.CycleService;
import org.kongdee.rubric.cycle.CycleView;
import org.kongdee.rubric.document.Criterion;
import org.kongdee.rubric.feed.Horizon;
import org.kongdee.rubric.feed.HorizonRepository;
import org.kongdee.rubric.rubric.Rubrics;
import org.kongdee.rubric.score.CycleScoreRepository.Change;
import org.kongdee.rubric.score.CycleScoreRepository.Filter;
import org.kongdee.rubric.score.CycleScoreRepository.Told;
import org.kongdee.rubric.scoring.Claims;
import org.kongdee.rubric.scoring.Exact;
import org.kongdee.rubric.scoring.Scorer;
import org.kongdee.web.etag.ETags;
import org.kongdee.web.security.Caller;

/** Tells the scores of a whole cycle, and follows them: an officer those of the own unit. */
@ApplicationScoped
class CycleScoreService {

    private final CycleScoreRepository repository;
    private final HorizonRepository horizons;
    private final CycleService cycles;
    private final Rubrics rubrics;
    private final FollowedStages stages;
    private final Caller caller;

    CycleScoreService(
            CycleScoreRepository repository,
            HorizonRepository horizons,
            CycleService cycles,
            Rubrics rubrics,
            FollowedStages stages,
            Caller caller) {
        this.repository = repository;
        this.horizons = horizons;
        this.cycles = cycles;
        this.rubrics = rubrics;
        this.stages = stages;
        this.caller = caller;
    }

    /**
     * What is asked for.
     *
     * @param stage null for all that the caller follows
     * @param unit null for all that the caller sees
     */
    record Asked(String cycle, @Nullable Stage stage, @Nullable String unit) {}

    /** Scores in the order in which they came to stand as they do, and where to go on. */
    record Changes(List<CycleScore> scores, ScoreCursor cursor) {}

    /** A cycle of which the caller sees what the filter says, and its rubric. */
    private record Visible(Filter filter, Scorer scorer) {}

    /**
     * @param since null for all that stands, and nothing that was deleted
     */
    Changes changes(Asked asked, @Nullable ScoreCursor since, int size) {
        Visible visible = visible(asked);
        Horizon horizon = horizons.now();
        List<Change> changes =
                repository.after(
                        visible.filter(), from(since, horizon), horizon, since != null, size);
        return new Changes(
                changes.stream().map(change -> view(visible, change.told())).toList(),
                changes.size() < size ? ScoreCursor.before(horizon) : changes.getLast().cursor());
    }

    /**
     * All scores as they stand, by unit and in the order of the rubric.
     *
     * @return where to go on from; what changed meanwhile may be told again from there
     */
    @Transactional
    ScoreCursor stream(Asked asked, Consumer<CycleScore> sink) {
        Visible visible = visible(asked);
        Horizon horizon = horizons.now();
        repository.each(
                visible.filter(),
                visible.scorer().criteria().stream().map(Criterion::code).toList(),
                told -> sink.accept(view(visible, told)));
        return ScoreCursor.before(horizon);
    }

    /** The same of what changed after a cursor, in the order of the changes. */
    @Transactional
    ScoreCursor streamChanges(Asked asked, ScoreCursor since, Consumer<CycleScore> sink) {
        Visible visible = visible(asked);
        Horizon horizon = horizons.now();
        repository.eachAfter(
                visible.filter(),
                from(since, horizon),
                horizon,
                change -> sink.accept(view(visible, change.told())));
        return ScoreCursor.before(horizon);
    }

    private static ScoreCursor from(@Nullable ScoreCursor since, Horizon horizon) {
        return since == null ? ScoreCursor.START : since.in(horizon);
    }

    private Visible visible(Asked asked) {
        CycleView cycle = cycles.get(asked.cycle()).view();
        if (asked.unit() != null && !caller.sees(asked.unit())) {
            throw AssessmentService.notEnrolled(cycle.cycle(), asked.unit());
        }
        String own = caller.onlyUnit();
        return new Visible(
                new Filter(
                        cycle.cycle(),
                        own == null ? asked.unit() : own,
                        stages.asked(asked.stage())),
                rubrics.scorer(cycle.rubric(), cycle.version()));
    }

    private static CycleScore view(Visible visible, Told told) {
        Scorer scorer = visible.scorer();
        Criterion criterion = scorer.criteria().get(scorer.indexOf(told.criterion()).orElseThrow());
        Entry entry = told.entry();
        return new CycleScore(
                told.unit(),
                told.criterion(),
                told.stage(),
                entry == null ? null : entry.claim(),
                entry == null ? null : Exact.plain(Claims.points(criterion, entry.claim())),
                Exact.plain(criterion.max()),
                entry == null ? null : entry.note(),
                entry == null ? null : entry.notApplicable(),
                told.last().by(),
                told.last().byName(),
                told.last().at(),
                entry == null ? null : ETags.of(entry.revision()),
                entry == null);
    }
}
