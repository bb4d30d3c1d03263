package org.kongdee.rubric.score;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.assessment.AssessmentService;
import org.kongdee.rubric.assessment.Stage;
import org.kongdee.rubric.cycle.CycleService;
import org.kongdee.rubric.cycle.CycleView;
import org.kongdee.rubric.document.Criterion;
import org.kongdee.rubric.rubric.Rubrics;
import org.kongdee.rubric.score.ScoreRepository.ScoreKey;
import org.kongdee.rubric.score.ScoreRepository.StageKey;
import org.kongdee.web.problem.Malformed;
import org.kongdee.web.security.Caller;
import org.kongdee.web.table.TableFormat;
import org.kongdee.web.table.Tables;
import org.kongdee.web.text.Language;
import org.kongdee.web.text.Message;

/** Makes the tables that people fill in: all criteria of units, with what is claimed so far. */
@ApplicationScoped
class ScoreTemplateService {

    /** Units that are read together. */
    private static final int BATCH = 100;

    /** Of a sheet, without its header. */
    private static final int MOST_ROWS = (1 << 20) - 1;

    private final ScoreRepository repository;
    private final CycleService cycles;
    private final Rubrics rubrics;
    private final Caller caller;

    ScoreTemplateService(
            ScoreRepository repository, CycleService cycles, Rubrics rubrics, Caller caller) {
        this.repository = repository;
        this.cycles = cycles;
        this.rubrics = rubrics;
        this.caller = caller;
    }

    /**
     * The units that a table is about.
     *
     * @param unit null for all that the caller may see
     */
    List<String> units(String cycle, @Nullable String unit, TableFormat format) {
        CycleView there = cycles.get(cycle).view();
        if (unit != null) {
            caller.mustSee(unit);
        }
        List<String> units = repository.enrolled(cycle, unit == null ? caller.onlyUnit() : unit);
        if (unit != null && units.isEmpty()) {
            throw AssessmentService.notEnrolled(cycle, unit);
        }
        long rows =
                (long) units.size()
                        * rubrics.scorer(there.rubric(), there.version(), null).criteria().size();
        if (format == TableFormat.XLSX && rows > MOST_ROWS) {
            throw Malformed.parameter(
                    "unit",
                    Message.of(
                            "A sheet has at most %d rows; ask for one unit, or for CSV.",
                            MOST_ROWS));
        }
        return units;
    }

    /** Every criterion of these units. */
    void each(String cycle, List<String> units, Stage stage, Language language, Tables.Sink rows)
            throws IOException {
        for (int from = 0; from < units.size(); from += BATCH) {
            List<String> some = units.subList(from, Math.min(from + BATCH, units.size()));
            Map<StageKey, Ledger> ledgers = repository.ledgers(cycle, some, Set.of(stage));
            Map<ScoreKey, Entry> entries = repository.entries(cycle, some, stage);
            for (String unit : some) {
                Ledger ledger = ledgers.get(new StageKey(unit, stage));
                if (ledger == null) {
                    continue;
                }
                for (Criterion criterion : ledger.scorer(rubrics).criteria()) {
                    Entry score = entries.get(new ScoreKey(unit, stage, criterion.code()));
                    rows.row(ScoreTable.cells(unit, stage, criterion, score, language));
                }
            }
        }
    }
}
