package org.kongdee.web.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.problem.Malformed;
import org.kongdee.web.text.Message;

/**
 * Reads CSV as spreadsheets of any country export it: its cells are separated by commas, semicolons
 * or tabs, whichever makes the header say most.
 */
final class CsvReader {

    private static final List<Character> DELIMITERS = List.of(',', ';', '\t');

    /** By which Excel is told of the delimiter; the line is no row. */
    private static final String SEPARATOR = "sep=";

    private CsvReader() {}

    /**
     * @param charset as Content-Type names it; null if it names none
     * @param isColumn whether something in the header is the name of a column
     * @param most rows that are read; one more is, so that it shows that there are more
     * @throws Malformed if it is empty, or no text
     */
    static RawTable read(
            byte[] file, @Nullable String charset, Predicate<String> isColumn, int most) {
        String text = CsvText.of(file, charset);
        int begin = text.regionMatches(true, 0, SEPARATOR, 0, SEPARATOR.length()) ? 1 : 0;
        CsvRows best = null;
        RawRow header = null;
        long known = -1;
        for (char candidate : DELIMITERS) {
            CsvRows rows = new CsvRows(text, 0, 1, candidate);
            for (int i = 0; i < begin; i++) {
                rows.next();
            }
            RawRow first = filled(rows).orElse(null);
            if (first == null) {
                continue;
            }
            long names = first.cells().stream().map(Cell::text).filter(isColumn).count();
            if (names > known) {
                best = rows;
                header = first;
                known = names;
            }
        }
        if (best == null || header == null) {
            throw new Malformed(
                    "malformed-body",
                    Message.of("The body is empty; CSV with a header is expected."));
        }
        RawRow columns = header.trimmed(0);
        List<RawRow> rows = new ArrayList<>();
        for (Optional<RawRow> row = filled(best);
                row.isPresent() && rows.size() <= most;
                row = filled(best)) {
            rows.add(row.get().trimmed(columns.cells().size()));
        }
        return new RawTable(columns, rows);
    }

    /** The next row that says something. */
    private static Optional<RawRow> filled(CsvRows rows) {
        RawRow row = rows.next();
        while (row != null && row.isBlank()) {
            row = rows.next();
        }
        return Optional.ofNullable(row);
    }
}
