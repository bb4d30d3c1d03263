package org.kongdee.web.table;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.problem.FieldError;
import org.kongdee.web.problem.Malformed;
import org.kongdee.web.text.Message;

/**
 * The columns that a table may have, in any order, and in the spelling of people: in capitals, in
 * words, with blanks, hyphens or underscores.
 */
public final class Columns {

    private final List<String> names;
    private final Set<String> required;
    private final Map<String, String> bySpelling;

    private Columns(List<String> names, Set<String> required, Map<String, String> bySpelling) {
        this.names = names;
        this.required = required;
        this.bySpelling = bySpelling;
    }

    /** These, all of which a table has. */
    public static Columns required(String... names) {
        return new Columns(List.of(names), Set.of(names), spellings(Stream.of(names)));
    }

    /** And these, which it may have. */
    public Columns optional(String... more) {
        List<String> all = Stream.concat(names.stream(), Stream.of(more)).toList();
        return new Columns(all, required, spellings(all.stream()));
    }

    /** And these, of which nothing is read: what an answer tells besides, for people. */
    public Columns passingOver(String... others) {
        Map<String, String> spellings = new HashMap<>(bySpelling);
        spellings.putAll(spellings(Stream.of(others)));
        return new Columns(names, required, Map.copyOf(spellings));
    }

    /** Those that are read, in the order in which they are told. */
    public List<String> names() {
        return names;
    }

    boolean isColumn(String cell) {
        return bySpelling.containsKey(spelling(cell));
    }

    /**
     * Where the columns of a file stand.
     *
     * @throws Malformed if some are unknown, missing or doubled
     */
    Places places(RawRow header) {
        List<FieldError> errors = new ArrayList<>();
        Map<String, Integer> places = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < header.cells().size(); i++) {
            String cell = header.cells().get(i).text();
            String column = bySpelling.get(spelling(cell));
            if (column == null) {
                errors.add(FieldError.at("/0", Message.of("The column '%s' is not known.", cell)));
            } else if (!seen.add(column)) {
                errors.add(
                        FieldError.at("/0", Message.of("The column '%s' stands twice.", column)));
            } else if (names.contains(column)) {
                places.put(column, i);
            }
        }
        names.stream()
                .filter(column -> required.contains(column) && !seen.contains(column))
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
                            "Line %d, the first that is not empty, names the columns: %s. In CSV they are separated by commas, semicolons or tabs.",
                            header.line(), names),
                    errors);
        }
        return new Places(places, header.cells().size());
    }

    private static Map<String, String> spellings(Stream<String> columns) {
        return columns.collect(toMap(Columns::spelling, column -> column));
    }

    private static String spelling(String column) {
        return column.replaceAll("[\\s\\u00A0_-]", "").toLowerCase(Locale.ROOT);
    }

    /**
     * Where those that are read stand in one file.
     *
     * @param width cells of the header
     */
    record Places(Map<String, Integer> byColumn, int width) {

        Places {
            byColumn = Map.copyOf(byColumn);
        }

        @Nullable Integer of(String column) {
            return byColumn.get(column);
        }
    }
}
