package org.kongdee.rubric.score;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.assessment.AssessmentService;
import org.kongdee.rubric.assessment.Stage;
import org.kongdee.rubric.document.Criterion;
import org.kongdee.rubric.rubric.Rubrics;
import org.kongdee.rubric.rule.Suggestions;
import org.kongdee.rubric.score.Ledger.Author;
import org.kongdee.rubric.score.Ledger.Update;
import org.kongdee.rubric.score.Score.NotApplicableState;
import org.kongdee.rubric.score.ScoreRepository.Read;
import org.kongdee.rubric.scoring.Claims;
import org.kongdee.rubric.scoring.Scorer;
import org.kongdee.web.etag.ETags;
import org.kongdee.web.etag.IfMatch;
import org.kongdee.web.etag.Written;
import org.kongdee.web.problem.Conflict;
import org.kongdee.web.problem.NotFound;
import org.kongdee.web.requestid.RequestId;
import org.kongdee.web.security.Caller;
import org.kongdee.web.sql.Json;
import org.kongdee.web.text.Message;

/**
 * Writes single scores. A write reads once, works out what it leaves behind, and writes that in one
 * statement, which does nothing if somebody else wrote to the assessment in between; then it starts
 * anew, at last with the assessment locked.
 */
@ApplicationScoped
class ScoreService {

    private static final int TRIES_WITHOUT_LOCK = 3;

    private final ScoreRepository repository;
    private final ScoreWriter writer;
    private final Rubrics rubrics;
    private final ScoringRights rights;
    private final Caller caller;
    private final Json json;
    private final Clock clock;

    ScoreService(
            ScoreRepository repository,
            ScoreWriter writer,
            Rubrics rubrics,
            ScoringRights rights,
            Caller caller,
            Json json,
            Clock clock) {
        this.repository = repository;
        this.writer = writer;
        this.rubrics = rubrics;
        this.rights = rights;
        this.caller = caller;
        this.json = json;
        this.clock = clock;
    }

    /** Where one score is. */
    record Place(String cycle, String unit, Stage stage, String criterion) {}

    /** What happens to one score, or nothing. */
    @FunctionalInterface
    private interface Plan {
        @Nullable Change change(Criterion criterion, @Nullable Entry before);
    }

    /** The score that stands afterwards, if any, and whether there was one before. */
    private record Done(
            Read read, Criterion criterion, @Nullable Entry before, @Nullable Entry after) {}

    Written<Score> get(Place place) {
        caller.mustSee(place.unit());
        Read read = read(place);
        Criterion criterion = criterion(read, place);
        if (read.entry() == null) {
            throw noScore(place);
        }
        return written(new Done(read, criterion, read.entry(), read.entry()), place);
    }

    Map<String, Score> list(String cycle, String unit, Stage stage) {
        caller.mustSee(unit);
        Read read = read(new Place(cycle, unit, stage, ""));
        Map<String, Entry> entries = repository.entries(cycle, unit, stage);
        var scores = new LinkedHashMap<String, Score>();
        Scorer scorer = scorer(read);
        for (Criterion criterion : scorer.criteria()) {
            Entry entry = entries.get(criterion.code());
            if (entry != null) {
                scores.put(criterion.code(), Scoring.view(scorer, read.ledger(), criterion, entry));
            }
        }
        return scores;
    }

    Written<Score> put(Place place, PutScore wanted, @Nullable IfMatch ifMatch) {
        rights.mustScore(place.unit(), place.stage());
        return written(
                write(
                        place,
                        (criterion, before) ->
                                Scoring.plan(
                                        place.stage(),
                                        criterion,
                                        before,
                                        wanted,
                                        ifMatch,
                                        new Suggestions())),
                place);
    }

    void delete(Place place, @Nullable IfMatch ifMatch) {
        rights.mustScore(place.unit(), place.stage());
        Done unused =
                write(
                        place,
                        (criterion, before) -> {
                            if (before == null) {
                                throw noScore(place);
                            }
                            IfMatch.require(ifMatch, ETags.of(before.revision()));
                            return new Change.Deleted(criterion.code(), before);
                        });
    }

    /** Confirms that the criterion does not apply to the unit. */
    Written<Score> confirm(Place place) {
        rights.mustConfirm(place.unit());
        return written(
                write(
                        place,
                        (criterion, before) -> {
                            if (before == null) {
                                throw noScore(place);
                            }
                            if (before.notApplicable() != NotApplicableState.CLAIMED) {
                                throw new Conflict(
                                        "nothing-to-confirm",
                                        before.notApplicable() == null
                                                ? Message.of(
                                                        "The claim says that the criterion applies.")
                                                : Message.of("It is confirmed already."));
                            }
                            rights.mustNotBe(before.by());
                            return new Change.Confirmed(
                                    criterion.code(),
                                    before,
                                    Claims.mark(criterion, before.claim(), true));
                        }),
                place);
    }

    private Done write(Place place, Plan plan) {
        for (int i = 0; i < TRIES_WITHOUT_LOCK; i++) {
            Optional<Done> done = tryToWrite(place, plan);
            if (done.isPresent()) {
                return done.get();
            }
        }
        return QuarkusTransaction.joiningExisting()
                .call(
                        () -> {
                            repository.lock(place.cycle(), List.of(place.unit()));
                            return tryToWrite(place, plan)
                                    .orElseThrow(
                                            () ->
                                                    new IllegalStateException(
                                                            "the assessment moved under its lock"));
                        });
    }

    /** Empty if somebody else wrote to the assessment in between. */
    private Optional<Done> tryToWrite(Place place, Plan plan) {
        Read read = read(place);
        Ledger ledger = read.ledger();
        Criterion criterion = criterion(read, place);
        Scoring.refuseUnlessOpen(place.cycle(), ledger.status());
        Entry before = read.entry();
        Change change = plan.change(criterion, before);
        if (change == null) {
            return Optional.of(new Done(read, criterion, before, before));
        }
        if (change instanceof Change.Scored scored) {
            ledger.backing().check(scorer(read), criterion, scored.claim());
        }
        var author =
                new Author(caller.subject(), caller.name(), clock.instant(), RequestId.current());
        Update update =
                ledger.apply(List.of(change), scorer(read), ledger.head(), author, json::write);
        return writer.write(place.cycle(), List.of(update), author).isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Done(
                                read,
                                criterion,
                                before,
                                after(change, update.left().revision(), author)));
    }

    private static @Nullable Entry after(Change change, long revision, Author author) {
        return switch (change) {
            case Change.Scored scored ->
                    new Entry(
                            scored.claim(),
                            scored.notApplicable(),
                            scored.note(),
                            revision,
                            author.by(),
                            author.byName(),
                            author.at());
            case Change.Confirmed(_, Entry before, _) ->
                    new Entry(
                            before.claim(),
                            NotApplicableState.CONFIRMED,
                            before.note(),
                            revision,
                            before.by(),
                            before.byName(),
                            before.at());
            case Change.Deleted _ -> null;
        };
    }

    private Written<Score> written(Done done, Place place) {
        Entry after = done.after();
        if (after == null) {
            throw noScore(place);
        }
        return Written.of(
                Scoring.view(scorer(done.read()), done.read().ledger(), done.criterion(), after),
                done.before() == null);
    }

    private Read read(Place place) {
        return repository
                .read(place.cycle(), place.unit(), place.stage(), place.criterion())
                .orElseThrow(() -> NotFound.of("cycle", place.cycle()))
                .orElseThrow(() -> AssessmentService.notEnrolled(place.cycle(), place.unit()));
    }

    private Criterion criterion(Read read, Place place) {
        Scorer scorer = scorer(read);
        OptionalInt index = scorer.indexOf(place.criterion());
        if (index.isEmpty()) {
            throw new NotFound(Scoring.unknownCriterion(scorer, place.criterion()));
        }
        return scorer.criteria().get(index.getAsInt());
    }

    private Scorer scorer(Read read) {
        return read.ledger().scorer(rubrics);
    }

    private static NotFound noScore(Place place) {
        return new NotFound(
                Message.of(
                        "Criterion '%s' is not scored in the stage %s.",
                        place.criterion(), place.stage()));
    }
}
