package org.kongdee.rubric.score;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.assessment.Stage;
import org.kongdee.rubric.claim.ClaimText;
import org.kongdee.rubric.document.Criterion;
import org.kongdee.web.bulk.Bulk;
import org.kongdee.web.bulk.Line;
import org.kongdee.web.etag.ETags;
import org.kongdee.web.problem.Malformed;
import org.kongdee.web.problem.RuleBroken;
import org.kongdee.web.table.Cell;
import org.kongdee.web.table.Columns;
import org.kongdee.web.table.TableColumn;
import org.kongdee.web.table.TableRow;
import org.kongdee.web.table.Tables;
import org.kongdee.web.text.Language;
import org.kongdee.web.text.Message;

/**
 * Scores as a table, a row each. What a spreadsheet has made something else of is refused rather
 * than guessed: it turns criterion 1.10 into the number 1.1, and 1.1.2 into a day.
 */
@ApplicationScoped
class ScoreTable {

    /** The sheet of a workbook that is read, if it has one of this name. */
    static final String SHEET = "scores";

    /** What answers have; title and form are for people, as are the points of other tables. */
    static final List<TableColumn> WRITTEN =
            List.of(
                    new TableColumn("unit", 12),
                    new TableColumn("criterion", 12),
                    new TableColumn("title", 60),
                    new TableColumn("stage", 12),
                    new TableColumn("form", 24),
                    new TableColumn("claim", 24),
                    new TableColumn("note", 60),
                    new TableColumn("etag", 10));

    private static final Columns READ =
            Columns.required("unit", "criterion", "claim")
                    .optional("stage", "note", "etag")
                    .passingOver("title", "form", "points");

    private final Tables tables;
    private final Bulk bulk;

    ScoreTable(Tables tables, Bulk bulk) {
        this.tables = tables;
        this.bulk = bulk;
    }

    /**
     * The scores of a file. A row without claim, note and etag is passed over: a template need not
     * be filled in as a whole.
     */
    List<Line<WantedScore>> lines(byte[] file, MediaType sent) {
        return tables.read(file, sent, SHEET, READ).stream()
                .filter(row -> !row.isBlank("claim", "note", "etag"))
                .map(row -> row.<WantedScore>as(this::score))
                .toList();
    }

    /** The cells of a score, or of one that is not there yet. */
    static List<@Nullable Object> cells(
            String unit,
            Stage stage,
            Criterion criterion,
            @Nullable Entry score,
            Language language) {
        return Arrays.asList(
                unit,
                criterion.code(),
                criterion.title().filled().in(language),
                stage,
                ClaimText.form(criterion),
                score == null ? null : ClaimText.of(score.claim()),
                score == null ? null : score.note(),
                score == null ? null : ETags.of(score.revision()));
    }

    private ScoreRow score(TableRow row) {
        if (row.cell("claim").isBlank()) {
            throw RuleBroken.at(
                    "invalid-claim",
                    "/claim",
                    Message.of(
                            "Column claim is empty, and note or etag is not. Write a claim; a score is withdrawn by DELETE."));
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        TableRow.put(json, "unit", code(row, "unit"));
        TableRow.put(json, "criterion", ClaimText.asciiDigits(code(row, "criterion")));
        TableRow.put(json, "wantedStage", row.text("stage").toUpperCase(Locale.ROOT));
        TableRow.put(json, "written", claim(row));
        TableRow.put(json, "note", row.cell("note").isBlank() ? "" : row.cell("note").raw());
        TableRow.put(json, "etag", row.etag("etag").orElse(""));
        return bulk.value(json, ScoreRow.class);
    }

    private static String code(TableRow row, String column) {
        Cell cell = row.cell(column);
        String text = cell.text();
        boolean isCode =
                switch (cell.kind()) {
                    case TEXT, ERROR, UNCALCULATED -> true;
                    case NUMBER -> text.indexOf('.') < 0;
                    case PERCENT, DATE, BOOLEAN -> false;
                };
        if (!isCode) {
            throw Malformed.at(
                    "/" + column,
                    Message.of(
                            "Cell %s is no text: a spreadsheet has made %s of what was typed. Format column %s as text, and write it again.",
                            row.reference(column), text, column));
        }
        return text;
    }

    private static String claim(TableRow row) {
        Cell cell = row.cell("claim");
        return switch (cell.kind()) {
            case TEXT, NUMBER, BOOLEAN, ERROR, UNCALCULATED -> cell.raw();
            case PERCENT, DATE ->
                    throw RuleBroken.at(
                            "invalid-claim",
                            "/claim",
                            Message.of(
                                    "Cell %s is %s, a percentage or a day; format column claim as text, and write the claim again, such as 93.55.",
                                    row.reference("claim"), cell.text()));
        };
    }
}
