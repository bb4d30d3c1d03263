package org.kongdee.notification.recipient;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.wording.Csv;
import org.kongdee.web.bulk.Bulk;
import org.kongdee.web.bulk.Line;
import org.kongdee.web.problem.FieldError;
import org.kongdee.web.problem.Malformed;

/**
 * Recipients as CSV: a header line, then a post a line; several sections are separated by spaces or
 * semicolons. Every line is made into the JSON that it stands for, and then read as such.
 */
final class RecipientCsv {

    private static final Set<String> COLUMNS =
            Set.of(
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

    /** By the names that spreadsheets' exports go by in Thailand. */
    private static final Map<String, Charset> CHARSETS =
            Map.of(
                    "utf-8", StandardCharsets.UTF_8,
                    "windows-874", Charset.forName("windows-874"),
                    "tis-620", Charset.forName("TIS-620"));

    /** What Java puts in the place of bytes that are no text. */
    private static final char UNREADABLE = '\uFFFD';

    private final List<String> header;

    private RecipientCsv(List<String> header) {
        this.header = header;
    }

    /**
     * The lines after the header; one that cannot be read says why. Empty lines are passed over.
     *
     * @param mediaType whose charset the text has; UTF-8 unless it names one
     * @throws Malformed if there is no header, or not one of ours
     */
    static List<PostLine<ObjectNode>> lines(byte[] csv, MediaType mediaType) {
        List<String> lines =
                new String(csv, charset(mediaType))
                        .lines()
                        .filter(line -> !line.isBlank())
                        .limit(Bulk.MOST_LINES + 2)
                        .toList();
        if (lines.size() > Bulk.MOST_LINES + 1) {
            throw Bulk.tooMany();
        }
        if (lines.isEmpty()) {
            throw new Malformed(
                    "malformed-body", "The body is empty; CSV with a header is expected.");
        }
        RecipientCsv reader = withHeader(lines.getFirst());
        List<PostLine<ObjectNode>> read = new ArrayList<>();
        for (int number = 1; number < lines.size(); number++) {
            read.add(reader.line(number, lines.get(number)));
        }
        return read;
    }

    private static Charset charset(MediaType mediaType) {
        String name = mediaType.getParameters().getOrDefault("charset", "UTF-8");
        Charset charset = CHARSETS.get(name.toLowerCase(Locale.ROOT));
        if (charset == null) {
            throw Malformed.parameter(
                    "Content-Type", "The charset of CSV is UTF-8, windows-874 or TIS-620.");
        }
        return charset;
    }

    private PostLine<ObjectNode> line(int number, String line) {
        try {
            if (line.indexOf(UNREADABLE) >= 0) {
                throw new Malformed(
                        "malformed-body",
                        "The line is not in the charset that Content-Type names, or else UTF-8;"
                                + " a spreadsheet may write windows-874.");
            }
            return new PostLine<>(key(line), new Line.Readable<>(number, json(line)));
        } catch (Malformed fault) {
            return new PostLine<>(key(line), new Line.Unreadable<>(number, fault));
        }
    }

    /** Also of a line that is no good otherwise. */
    private @Nullable String key(String line) {
        try {
            List<String> cells = cells(line);
            int place = header.indexOf("recipient");
            return place < cells.size() ? cells.get(place).strip() : null;
        } catch (Malformed unreadable) {
            return null;
        }
    }

    /**
     * @throws Malformed if columns are unknown, missing or doubled
     */
    private static RecipientCsv withHeader(String line) {
        List<String> header =
                cells(line.charAt(0) == Csv.MARK ? line.substring(1) : line).stream()
                        .map(String::strip)
                        .toList();
        List<FieldError> errors = new ArrayList<>();
        for (String column : header) {
            if (!COLUMNS.contains(column)) {
                errors.add(FieldError.at("/0", "The column '%s' is not known.".formatted(column)));
            } else if (header.indexOf(column) != header.lastIndexOf(column)) {
                errors.add(FieldError.at("/0", "The column '%s' stands twice.".formatted(column)));
            }
        }
        COLUMNS.stream()
                .filter(column -> !OPTIONAL.contains(column) && !header.contains(column))
                .sorted()
                .map(column -> FieldError.at("/0", "The column '%s' is missing.".formatted(column)))
                .forEach(errors::add);
        if (!errors.isEmpty()) {
            throw new Malformed(
                    "malformed-body",
                    "The first line names the columns: recipient, email, name, language, subject, unit, sections, role, at, pausedUntil.",
                    errors);
        }
        return new RecipientCsv(header);
    }

    /**
     * @throws Malformed if the line has not as many cells as the header, or a quote is not closed
     */
    private ObjectNode json(String line) {
        List<String> cells = cells(line);
        if (cells.size() != header.size()) {
            throw new Malformed(
                    "malformed-body",
                    "The line has %d cells; the header has %d."
                            .formatted(cells.size(), header.size()));
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ObjectNode post = json.putArray("posts").addObject();
        for (int i = 0; i < cells.size(); i++) {
            String column = header.get(i);
            put(POST.contains(column) ? post : json, column, cells.get(i).strip());
        }
        return json;
    }

    private static void put(ObjectNode json, String column, String value) {
        if (column.equals("sections")) {
            var sections = json.putArray(column);
            for (String section : value.split("[\\s;]+", -1)) {
                if (!section.isEmpty()) {
                    sections.add(section);
                }
            }
        } else if (!value.isEmpty()) {
            json.put(column, value);
        }
    }

    /** The cells of one line (RFC 4180). A quoted cell cannot span lines: no value may hold any. */
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"' && (quoted || cell.toString().isBlank())) {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        if (quoted) {
            throw new Malformed("malformed-body", "A quote is opened and not closed in this line.");
        }
        cells.add(cell.toString());
        return cells;
    }
}
