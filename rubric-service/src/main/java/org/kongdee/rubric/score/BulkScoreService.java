package org.kongdee.rubric.score;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.assessment.Stage;
import org.kongdee.rubric.cycle.CycleService;
import org.kongdee.rubric.document.Criterion;
import org.kongdee.rubric.rubric.Rubrics;
import org.kongdee.rubric.rule.Suggestions;
import org.kongdee.rubric.score.Ledger.Author;
import org.kongdee.rubric.score.Ledger.Head;
import org.kongdee.rubric.score.Ledger.Update;
import org.kongdee.rubric.score.ScoreRepository.ScoreKey;
import org.kongdee.rubric.score.ScoreRepository.StageKey;
import org.kongdee.rubric.scoring.Claim;
import org.kongdee.rubric.scoring.Claims;
import org.kongdee.rubric.scoring.Exact;
import org.kongdee.rubric.scoring.Scorer;
import org.kongdee.web.bulk.Line;
import org.kongdee.web.bulk.Outcome;
import org.kongdee.web.etag.ETags;
import org.kongdee.web.etag.IfMatch;
import org.kongdee.web.problem.RuleBroken;
import org.kongdee.web.requestid.RequestId;
import org.kongdee.web.security.Caller;
import org.kongdee.web.sql.Json;
import org.kongdee.web.text.Message;

/**
 * Writes many scores together: it locks the assessments, reads what is there, works out every line
 * for itself, and writes what the good lines leave behind; a fixed number of statements, however
 * many lines there are.
 */
@ApplicationScoped
public class BulkScoreService {

    private final ScoreRepository repository;
    private final ScoreWriter writer;
    private final CycleService cycles;
    private final Rubrics rubrics;
    private final ScoringRights rights;
    private final Caller caller;
    private final Json json;
    private final Clock clock;

    BulkScoreService(
            ScoreRepository repository,
            ScoreWriter writer,
            CycleService cycles,
            Rubrics rubrics,
            ScoringRights rights,
            Caller caller,
            Json json,
            Clock clock) {
        this.repository = repository;
        this.writer = writer;
        this.cycles = cycles;
        this.rubrics = rubrics;
        this.rights = rights;
        this.caller = caller;
        this.json = json;
        this.clock = clock;
    }

    /** Keep the good lines, write all or nothing, or write nothing and only tell. */
    enum Mode {
        EACH,
        ATOMIC,
        DRY_RUN
    }

    /** Writes the lines that can be written; the others say why not. */
    public List<Outcome> put(String cycle, List<ScoreLine> lines) {
        var numbered = new ArrayList<Line<WantedScore>>();
        for (ScoreLine line : lines) {
            numbered.add(new Line.Readable<>(numbered.size() + 1, line));
        }
        return put(cycle, numbered, Mode.EACH, false, new HashSet<>());
    }

    /**
     * Writes lines of one cycle.
     *
     * @param overwrite whether a line without a precondition of its own writes over what is there
     * @param seen the scores of earlier lines of the same request; the lines' own are added
     * @return an outcome for each line, in their order; with ATOMIC and a refused line nothing was
     *     written
     */
    List<Outcome> put(
            String cycle,
            List<Line<WantedScore>> lines,
            Mode mode,
            boolean overwrite,
            Set<ScoreKey> seen) {
        var there = cycles.get(cycle).view();
        Scoring.refuseUnlessOpen(cycle, there.status());
        return QuarkusTransaction.joiningExisting()
                .call(() -> write(cycle, lines, mode, overwrite, seen));
    }

    private List<Outcome> write(
            String cycle,
            List<Line<WantedScore>> lines,
            Mode mode,
            boolean overwrite,
            Set<ScoreKey> seen) {
        List<WantedScore> readable = Line.values(lines);
        Set<String> units =
                readable.stream()
                        .map(WantedScore::unit)
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<Stage> stages = readable.stream().map(WantedScore::stage).collect(Collectors.toSet());
        repository.lock(cycle, units);
        // Read after the lock is held: the cycle may have closed while we waited.
        Map<StageKey, Ledger> ledgers = repository.ledgers(cycle, units, stages);
        ledgers.values().stream()
                .findFirst()
                .ifPresent(ledger -> Scoring.refuseUnlessOpen(cycle, ledger.status()));
        Map<ScoreKey, Entry> entries =
                repository.entries(
                        cycle,
                        units,
                        stages,
                        readable.stream().map(WantedScore::criterion).collect(Collectors.toSet()));
        var batch = new Batch(cycle, ledgers, entries, overwrite, seen);
        List<Outcome> outcomes = Line.each(lines, batch::plan);
        boolean write =
                switch (mode) {
                    case EACH -> true;
                    case ATOMIC -> outcomes.stream().allMatch(Outcome::accepted);
                    case DRY_RUN -> false;
                };
        if (write) {
            write(cycle, batch);
        }
        return outcomes;
    }

    private void write(String cycle, Batch batch) {
        var author =
                new Author(caller.subject(), caller.name(), clock.instant(), RequestId.current());
        List<Update> updates = batch.updates(author, json);
        if (updates.isEmpty()) {
            return;
        }
        Set<String> written = writer.write(cycle, updates, author);
        if (written.size() != updates.stream().map(Update::unit).distinct().count()) {
            throw new IllegalStateException("assessments moved under their lock");
        }
    }

    /** The lines that are worked out together. */
    private final class Batch {

        private final String cycle;
        private final Map<StageKey, Ledger> ledgers;
        private final Map<ScoreKey, Entry> entries;
        private final boolean overwrite;
        private final Set<ScoreKey> seen;
        private final Map<StageKey, List<Change>> changes = new LinkedHashMap<>();
        private final Suggestions suggestions = new Suggestions();

        Batch(
                String cycle,
                Map<StageKey, Ledger> ledgers,
                Map<ScoreKey, Entry> entries,
                boolean overwrite,
                Set<ScoreKey> seen) {
            this.cycle = cycle;
            this.ledgers = ledgers;
            this.entries = entries;
            this.overwrite = overwrite;
            this.seen = seen;
        }

        Outcome plan(int number, WantedScore line) {
            rights.mustScore(line.unit(), line.stage());
            var stage = new StageKey(line.unit(), line.stage());
            Ledger ledger = ledgers.get(stage);
            if (ledger == null) {
                throw RuleBroken.at(
                        "unknown-unit",
                        "/unit",
                        Message.of("Unit '%s' is not enrolled in cycle '%s'.", line.unit(), cycle));
            }
            Scorer scorer = ledger.scorer(rubrics);
            OptionalInt index = scorer.indexOf(line.criterion());
            if (index.isEmpty()) {
                throw RuleBroken.at(
                        "unknown-criterion",
                        "/criterion",
                        Scoring.unknownCriterion(scorer, line.criterion()));
            }
            var key = new ScoreKey(line.unit(), line.stage(), line.criterion());
            if (!seen.add(key)) {
                throw RuleBroken.at(
                        "duplicate-line",
                        "/criterion",
                        Message.of("An earlier line is for the same unit, criterion and stage."));
            }
            Criterion criterion = scorer.criteria().get(index.getAsInt());
            Entry before = entries.get(key);
            Claim claim = line.claim(criterion);
            Change.Scored change =
                    Scoring.plan(
                            line.stage(),
                            criterion,
                            before,
                            new PutScore(claim, line.note()),
                            IfMatch.ofLine(line.ifMatch(), overwrite && before != null),
                            suggestions);
            if (change != null) {
                ledger.backing().check(scorer, criterion, change.claim());
                changes.computeIfAbsent(stage, _ -> new ArrayList<>()).add(change);
            }
            return Outcome.accepted(
                    number,
                    before == null ? 201 : 200,
                    told(criterion, claim, change, before, ledger));
        }

        private static Map<String, Object> told(
                Criterion criterion,
                Claim claim,
                Change.@Nullable Scored change,
                @Nullable Entry before,
                Ledger ledger) {
            BigDecimal points = Exact.plain(Claims.points(criterion, claim));
            long revision =
                    change == null && before != null
                            ? before.revision()
                            : ledger.head().revision() + 1;
            return Map.of("points", points, "etag", ETags.of(revision));
        }

        /**
         * What the changes leave behind; the stages of one assessment continue one chain of
         * history.
         */
        List<Update> updates(Author author, Json json) {
            var heads = new LinkedHashMap<String, Head>();
            var updates = new ArrayList<Update>();
            changes.forEach(
                    (stage, list) -> {
                        Ledger ledger = Objects.requireNonNull(ledgers.get(stage));
                        Head from = heads.getOrDefault(stage.unit(), ledger.head());
                        Update update =
                                ledger.apply(
                                        list, ledger.scorer(rubrics), from, author, json::write);
                        heads.put(stage.unit(), update.left());
                        updates.add(update);
                    });
            return updates;
        }
    }
}
