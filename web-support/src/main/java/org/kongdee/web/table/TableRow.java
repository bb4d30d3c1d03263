package org.kongdee.web.table;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.kongdee.web.bulk.Line;
import org.kongdee.web.problem.Fault;
import org.kongdee.web.problem.Malformed;
import org.kongdee.web.text.Message;

/** A row of a table, by its columns; those that are read of one that is broken too. */
public final class TableRow {

    private static final Pattern BARE_ETAG = Pattern.compile("\\d{1,18}");
    private static final Pattern ETAG = Pattern.compile("\\*|\"[^\"]+\"");

    private final RawRow row;
    private final Columns.Places places;

    TableRow(RawRow row, Columns.Places places) {
        this.row = row;
        this.places = places;
    }

    /** On which it begins in its file, counted from 1 as an editor or a spreadsheet does. */
    public int line() {
        return row.line();
    }

    /** What stands in a column, without the blanks around it; empty where there is nothing. */
    public String text(String column) {
        return cell(column).text();
    }

    /** The same; none where there is nothing. */
    public Optional<String> filled(String column) {
        return Optional.of(text(column)).filter(text -> !text.isEmpty());
    }

    /**
     * The ETag in a column, or {@code *}, for a precondition of the row; people and spreadsheets
     * may leave out its quotes.
     *
     * @throws Malformed if it is something else
     */
    public Optional<String> etag(String column) {
        return filled(column)
                .map(text -> BARE_ETAG.matcher(text).matches() ? '"' + text + '"' : text)
                .map(
                        text -> {
                            if (!ETAG.matcher(text).matches()) {
                                throw Malformed.at(
                                        "/" + column,
                                        Message.of(
                                                "Column %s has an ETag that an answer gave, such as \"3\", or * for whatever is there.",
                                                column));
                            }
                            return text;
                        });
    }

    /** Says a member of the JSON that a row stands for; an empty cell says nothing. */
    public static void put(ObjectNode json, String member, String text) {
        if (!text.isEmpty()) {
            json.put(member, text);
        }
    }

    /** Whether nothing was written in these columns of a row that is not broken. */
    public boolean isBlank(String... columns) {
        return !row.broken() && Stream.of(columns).allMatch(column -> cell(column).isBlank());
    }

    /** The cell of a column; empty where there is none. */
    public Cell cell(String column) {
        Integer place = places.of(column);
        return place == null || place >= row.cells().size() ? Cell.EMPTY : row.cells().get(place);
    }

    /**
     * What the file calls the cell of a column, such as {@code D7}; for messages about the cells of
     * workbooks.
     */
    public String reference(String column) {
        Integer place = places.of(column);
        return place == null ? column : letters(place) + row.line();
    }

    /** What is made of it; if it can't be read, the line says why. */
    public <T> Line<T> as(Function<? super TableRow, ? extends T> made) {
        try {
            refuseUnreadable();
            refuseErrors();
            return new Line.Readable<>(line(), made.apply(this));
        } catch (Fault fault) {
            return new Line.Unreadable<>(line(), fault);
        }
    }

    private void refuseUnreadable() {
        if (row.isUnreadable()) {
            throw Malformed.body(
                    Message.of(
                            "The line is not in the charset that Content-Type names, or in UTF-8 where it names none; a spreadsheet may write windows-874. Export the file as CSV UTF-8, or send charset=windows-874."));
        }
        if (row.broken()) {
            throw Malformed.body(Message.of("A quote is opened and not closed in this line."));
        }
        if (row.cells().size() != places.width()) {
            throw Malformed.body(
                    Message.of(
                            "The line has %d cells; the header has %d. A cell that has a separator in it stands in quotes.",
                            row.cells().size(), places.width()));
        }
    }

    private void refuseErrors() {
        for (String column : places.byColumn().keySet()) {
            Cell cell = cell(column);
            switch (cell.kind()) {
                case ERROR ->
                        throw Malformed.at(
                                "/" + column,
                                Message.of(
                                        "Cell %s has the error %s; correct it in the spreadsheet.",
                                        reference(column), cell.text()));
                case UNCALCULATED ->
                        throw Malformed.at(
                                "/" + column,
                                Message.of(
                                        "Cell %s has a formula that was never calculated; open the file in a spreadsheet and save it.",
                                        reference(column)));
                case TEXT, NUMBER, PERCENT, DATE, BOOLEAN -> {}
            }
        }
    }

    private static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int left = column; left >= 0; left = left / 26 - 1) {
            letters.insert(0, (char) ('A' + left % 26));
        }
        return letters.toString();
    }
}
