package org.kongdee.rubric.result;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.assessment.AssessmentService;
import org.kongdee.rubric.assessment.Leaves;
import org.kongdee.rubric.assessment.Stage;
import org.kongdee.rubric.cycle.CycleService;
import org.kongdee.rubric.cycle.CycleView;
import org.kongdee.rubric.document.Criterion;
import org.kongdee.rubric.result.ResultRepository.StoredStage;
import org.kongdee.rubric.result.ResultRepository.Table;
import org.kongdee.rubric.result.ResultView.Place;
import org.kongdee.rubric.rubric.Rubrics;
import org.kongdee.rubric.rubric.UnitGroups;
import org.kongdee.rubric.score.HistoryRepository;
import org.kongdee.rubric.scoring.Scorer;
import org.kongdee.web.paging.Page;
import org.kongdee.web.paging.Paging;
import org.kongdee.web.problem.NotFound;
import org.kongdee.web.security.Caller;
import org.kongdee.web.sql.Json;

/**
 * Reads results and rankings. A current result is one statement that reads the stage's revision and
 * marks; as long as the revision is the same, the answer made of it before is sent again.
 */
@ApplicationScoped
class ResultService {

    /** A quarter of the heap. */
    private static final long MOST_CACHED_BYTES = Runtime.getRuntime().maxMemory() / 4;

    private final ResultRepository repository;
    private final HistoryRepository history;
    private final CycleService cycles;
    private final Rubrics rubrics;
    private final Caller caller;
    private final Json json;
    private final Cache<Version, byte[]> bodies =
            Caffeine.newBuilder()
                    .maximumWeight(MOST_CACHED_BYTES)
                    .weigher((Version _, byte[] body) -> body.length)
                    .build();

    ResultService(
            ResultRepository repository,
            HistoryRepository history,
            CycleService cycles,
            Rubrics rubrics,
            Caller caller,
            Json json) {
        this.repository = repository;
        this.history = history;
        this.cycles = cycles;
        this.rubrics = rubrics;
        this.caller = caller;
        this.json = json;
    }

    private record Version(Place place, long revision) {}

    /** A result as JSON, with its revision. */
    record Body(byte[] json, long revision) {}

    Body current(Place place) {
        StoredStage stored = stored(place);
        byte[] body =
                bodies.get(
                        new Version(place, stored.revision()),
                        _ -> json.bytes(current(place, stored)));
        return new Body(body, stored.revision());
    }

    /** A result of an earlier day, with the revision of what it was made of. */
    record Dated(ResultView view, long revision) {}

    /** The scores as they were recorded at the end of a day in the cycle's zone. */
    Dated asOf(Place place, LocalDate day) {
        StoredStage stored = stored(place);
        Instant end = day.plusDays(1).atStartOfDay(stored.timeZone()).toInstant();
        Map<String, @Nullable String> marks =
                history.marksBefore(place.cycle(), place.unit(), place.stage(), end);
        Scorer scorer = rubrics.scorer(stored.rubric(), stored.version(), stored.group());
        @Nullable String[] leaves =
                scorer.criteria().stream()
                        .map(Criterion::code)
                        .map(marks::get)
                        .toArray(String[]::new);
        return new Dated(
                ResultView.of(place, day, Leaves.score(scorer, leaves), null), stored.revision());
    }

    Page<RankingEntry> ranking(String cycle, Stage stage, @Nullable String group, Paging paging) {
        Table table =
                repository
                        .ranking(cycle, stage, group, paging.offset(), paging.size())
                        .orElseThrow(() -> NotFound.of("cycle", cycle));
        UnitGroups.checkFilter(rubrics.scorer(table.rubric(), table.version()).rubric(), group);
        return Page.of(
                Ranked.number(
                        table.rows(),
                        paging.offset(),
                        of -> rubrics.scorer(table.rubric(), table.version(), of)),
                paging,
                table.total());
    }

    @Transactional
    void streamRanking(
            String cycle, Stage stage, @Nullable String group, Consumer<RankingEntry> sink) {
        CycleView there = cycles.get(cycle).view();
        UnitGroups.checkFilter(rubrics.scorer(there.rubric(), there.version()).rubric(), group);
        repository.each(
                there.cycle(),
                stage,
                group,
                of -> rubrics.scorer(there.rubric(), there.version(), of),
                sink);
    }

    private ResultView current(Place place, StoredStage stored) {
        Scorer scorer = rubrics.scorer(stored.rubric(), stored.version(), stored.group());
        @Nullable String[] leaves = leaves(stored, place);
        @Nullable String[] ceilings = stored.ceilings();
        return ResultView.of(
                place,
                null,
                Leaves.score(scorer, leaves),
                ceilings == null ? null : Leaves.above(scorer.criteria(), leaves, ceilings));
    }

    private StoredStage stored(Place place) {
        caller.mustSee(place.unit());
        StoredStage stored =
                repository
                        .find(place.cycle(), place.unit(), place.stage())
                        .orElseThrow(() -> NotFound.of("cycle", place.cycle()));
        leaves(stored, place);
        return stored;
    }

    private static @Nullable String[] leaves(StoredStage stored, Place place) {
        @Nullable String[] leaves = stored.leaves();
        if (leaves == null) {
            throw AssessmentService.notEnrolled(place.cycle(), place.unit());
        }
        return leaves;
    }
}
