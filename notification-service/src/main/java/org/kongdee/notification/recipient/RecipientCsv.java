package org.kongdee.notification.recipient;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.bulk.Bulk;
import org.kongdee.web.bulk.Line;
import org.kongdee.web.csv.CsvRow;
import org.kongdee.web.csv.CsvTable;
import org.kongdee.web.problem.FieldError;
import org.kongdee.web.problem.Malformed;
import org.kongdee.web.text.Message;

/**
 * Recipients as CSV: a header line, then a post a line; several sections are separated by spaces,
 * line breaks, commas or semicolons. Every row is made into the JSON that it stands for, and then
 * read as such.
 */
final class RecipientCsv {

    /** In the order in which they are told. */
    private static final List<String> COLUMNS =
            List.of(
                    "recipient",
                    "email",
                    "name",
                    "language",
                    "subject",
                    "unit",
                    "sections",
                    "role",
                    "at",
                    "pausedUntil");

    private static final Set<String> OPTIONAL = Set.of("subject", "sections", "at", "pausedUntil");

    /** What a line says of the post; the rest is of the recipient. */
    private static final Set<String> POST = Set.of("unit", "sections", "role");

    private static final Map<String, String> BY_SPELLING =
            COLUMNS.stream().collect(toMap(RecipientCsv::spelling, column -> column));

    private final List<String> header;

    private RecipientCsv(List<String> header) {
        this.header = header;
    }

    /**
     * The rows after the header, by the line of the file that each begins on; one that cannot be
     * read says why.
     *
     * @param mediaType whose charset the text has unless its first bytes say another
     * @throws Malformed if there is no header, or not one of ours
     */
    static List<PostLine<ObjectNode>> lines(byte[] csv, MediaType mediaType) {
        CsvTable table =
                CsvTable.read(
                        csv,
                        mediaType.getParameters().get(MediaType.CHARSET_PARAMETER),
                        cell -> BY_SPELLING.containsKey(spelling(cell)),
                        Bulk.MOST_LINES);
        if (table.rows().size() > Bulk.MOST_LINES) {
            throw Bulk.tooMany();
        }
        RecipientCsv reader = new RecipientCsv(columns(table.header()));
        return table.rows().stream().map(reader::line).toList();
    }

    /** People write names of columns in capitals, and in words. */
    private static String spelling(String column) {
        return column.replaceAll("[\\s\\u00A0_-]", "").toLowerCase(Locale.ROOT);
    }

    private PostLine<ObjectNode> line(CsvRow row) {
        try {
            return new PostLine<>(key(row), new Line.Readable<>(row.line(), json(row)));
        } catch (Malformed fault) {
            return new PostLine<>(key(row), new Line.Unreadable<>(row.line(), fault));
        }
    }

    /** Also of a row that is no good otherwise. */
    private @Nullable String key(CsvRow row) {
        int place = header.indexOf("recipient");
        return place < row.cells().size() ? row.cells().get(place) : null;
    }

    /**
     * The columns by their names.
     *
     * @throws Malformed if some are unknown, missing or doubled
     */
    private static List<String> columns(CsvRow header) {
        List<FieldError> errors = new ArrayList<>();
        List<String> columns = new ArrayList<>();
        for (String cell : header.cells()) {
            String column = BY_SPELLING.get(spelling(cell));
            if (column == null) {
                errors.add(FieldError.at("/0", Message.of("The column '%s' is not known.", cell)));
            } else if (columns.contains(column)) {
                errors.add(
                        FieldError.at("/0", Message.of("The column '%s' stands twice.", column)));
            } else {
                columns.add(column);
            }
        }
        COLUMNS.stream()
                .filter(column -> !OPTIONAL.contains(column) && !columns.contains(column))
                .sorted()
                .map(
                        column ->
                                FieldError.at(
                                        "/0", Message.of("The column '%s' is missing.", column)))
                .forEach(errors::add);
        if (!errors.isEmpty()) {
            throw new Malformed(
                    "malformed-body",
                    Message.of(
                            "Line %d names the columns: recipient, email, name, language, subject, unit, sections, role, at, pausedUntil; they are separated by commas, semicolons or tabs. In Excel, export by Save As, CSV UTF-8.",
                            header.line()),
                    errors);
        }
        return columns;
    }

    /**
     * @throws Malformed if the row has not as many cells as the header, a quote is not closed, or
     *     it is no text
     */
    private ObjectNode json(CsvRow row) {
        if (row.isUnreadable()) {
            throw new Malformed(
                    "malformed-body",
                    Message.of(
                            "The line is not in the charset that Content-Type names, or in UTF-8 where it names none; a spreadsheet may write windows-874. Export the file as CSV UTF-8, or send charset=windows-874."));
        }
        if (row.broken()) {
            throw new Malformed(
                    "malformed-body", Message.of("A quote is opened and not closed in this line."));
        }
        List<String> cells = row.cells();
        if (cells.size() != header.size()) {
            throw new Malformed(
                    "malformed-body",
                    Message.of(
                            "The line has %d cells; the header has %d. A cell that has a separator in it stands in quotes.",
                            cells.size(), header.size()));
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ObjectNode post = json.putArray("posts").addObject();
        for (int i = 0; i < cells.size(); i++) {
            String column = header.get(i);
            put(POST.contains(column) ? post : json, column, cells.get(i));
        }
        return json;
    }

    private static void put(ObjectNode json, String column, String value) {
        if (column.equals("sections")) {
            var sections = json.putArray(column);
            for (String section : value.split("[\\s;,]+", -1)) {
                if (!section.isEmpty()) {
                    sections.add(section);
                }
            }
        } else if (!value.isEmpty()) {
            json.put(column, value);
        }
    }
}
