package org.kongdee.client.bulk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kongdee.client.rubric.ScoreLine;
import org.kongdee.client.rubric.Stage;

/**
 * Scores of a CSV file in UTF-8 (RFC 4180), as spreadsheets and HR systems write it, with a header
 * that names the columns: unit, criterion and claim; stage, note and etag if there are any. All
 * faults are found at once.
 *
 * @param scores those of the rows without faults
 * @param rows where each of these begins, as an editor counts
 */
public record ScoreCsv(List<ScoreLine> scores, List<Integer> rows, List<Fault> faults) {

    private static final List<String> NEEDED = List.of("unit", "criterion", "claim");
    private static final Set<String> COLUMNS =
            Set.of("unit", "criterion", "stage", "claim", "note", "etag");

    /** What is wrong with a row. */
    public record Fault(int row, String detail) {
        @Override
        public String toString() {
            return "row " + row + ": " + detail;
        }
    }

    private record Row(int number, List<String> cells) {}

    public static ScoreCsv read(Path file, ClaimTexts claims) throws IOException {
        var scores = new ArrayList<ScoreLine>();
        var numbers = new ArrayList<Integer>();
        var faults = new ArrayList<Fault>();
        List<Row> rows = rows(Files.readString(file, StandardCharsets.UTF_8), faults);
        List<String> header = rows.isEmpty() ? List.of() : rows.get(0).cells();
        check(header, faults);
        if (!faults.isEmpty()) {
            return new ScoreCsv(List.of(), List.of(), faults);
        }
        var first = new HashMap<ScoreKey, Integer>();
        for (Row row : rows.subList(1, rows.size())) {
            try {
                ScoreLine score = score(header, row, claims);
                Integer before = first.putIfAbsent(ScoreKey.of(score), row.number());
                if (before != null) {
                    throw new IllegalArgumentException("the same score stands in row " + before);
                }
                scores.add(score);
                numbers.add(row.number());
            } catch (IllegalArgumentException e) {
                faults.add(new Fault(row.number(), e.getMessage()));
            }
        }
        return new ScoreCsv(scores, numbers, faults);
    }

    private static void check(List<String> header, List<Fault> faults) {
        for (String needed : NEEDED) {
            if (!header.contains(needed)) {
                faults.add(new Fault(1, "the column " + needed + " is missing"));
            }
        }
        var seen = new HashSet<String>();
        for (String column : header) {
            if (!COLUMNS.contains(column)) {
                faults.add(
                        new Fault(
                                1,
                                "the column \""
                                        + column
                                        + "\" is not known; known are unit, criterion,"
                                        + " stage, claim, note and etag"));
            } else if (!seen.add(column)) {
                faults.add(new Fault(1, "the column " + column + " stands there twice"));
            }
        }
    }

    private static ScoreLine score(List<String> header, Row row, ClaimTexts claims) {
        if (row.cells().size() != header.size()) {
            throw new IllegalArgumentException(
                    "it has " + row.cells().size() + " cells; the header has " + header.size());
        }
        Map<String, String> cells = new HashMap<>();
        for (int at = 0; at < header.size(); at++) {
            String cell = row.cells().get(at);
            if (!cell.isEmpty()) {
                cells.put(header.get(at), cell);
            }
        }
        for (String needed : NEEDED) {
            if (!cells.containsKey(needed)) {
                throw new IllegalArgumentException(needed + " is empty");
            }
        }
        String criterion = cells.get("criterion");
        return ScoreLine.builder()
                .unit(cells.get("unit"))
                .criterion(criterion)
                .stage(stage(cells.get("stage")))
                .claim(claims.read(criterion, cells.get("claim")))
                .note(cells.get("note"))
                .ifMatch(cells.get("etag"))
                .build();
    }

    private static Stage stage(String text) {
        for (Stage stage : Stage.values()) {
            if (text == null || stage.toString().equals(text)) {
                return stage;
            }
        }
        throw new IllegalArgumentException(
                "\"" + text + "\" is no stage; expected is one of " + List.of(Stage.values()));
    }

    /** The rows with anything in them; cells are stripped. */
    private static List<Row> rows(String text, List<Fault> faults) {
        var rows = new ArrayList<Row>();
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        int line = 1;
        int began = 1;
        int length = text.length();
        for (int at = text.startsWith("\uFEFF") ? 1 : 0; at <= length; at++) {
            char each = at < length ? text.charAt(at) : '\n';
            if (at == length && quoted) {
                faults.add(new Fault(began, "a quotation mark is not closed"));
            }
            if (quoted && at < length) {
                if (each != '"') {
                    cell.append(each);
                } else if (at + 1 < length && text.charAt(at + 1) == '"') {
                    cell.append(each);
                    at++;
                } else {
                    quoted = false;
                }
            } else if (each == '"' && cell.toString().isBlank()) {
                quoted = true;
            } else if (each == ',' || each == '\n') {
                cells.add(cell.toString().strip());
                cell.setLength(0);
                if (each == '\n') {
                    if (cells.stream().anyMatch(one -> !one.isEmpty())) {
                        rows.add(new Row(began, List.copyOf(cells)));
                    }
                    cells.clear();
                    began = line + 1;
                }
            } else {
                cell.append(each);
            }
            if (each == '\n') {
                line++;
            }
        }
        return rows;
    }
}
