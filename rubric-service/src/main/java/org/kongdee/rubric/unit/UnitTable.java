package org.kongdee.rubric.unit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.bulk.Bulk;
import org.kongdee.web.bulk.Line;
import org.kongdee.web.problem.Malformed;
import org.kongdee.web.table.Columns;
import org.kongdee.web.table.TableColumn;
import org.kongdee.web.table.TableRow;
import org.kongdee.web.table.Tables;
import org.kongdee.web.text.Message;

/**
 * Units as a table: a row for each section, or one row for a unit without sections. All rows of a
 * unit together are what it is to be.
 */
@ApplicationScoped
class UnitTable {

    /** The sheet of a workbook that is read, if it has one of this name. */
    static final String SHEET = "units";

    static final List<TableColumn> WRITTEN =
            List.of(
                    new TableColumn("unit", 12),
                    new TableColumn("title.en", 40),
                    new TableColumn("title.th", 40),
                    new TableColumn("section", 20),
                    new TableColumn("section.en", 40),
                    new TableColumn("section.th", 40),
                    new TableColumn("etag", 10));

    private static final Columns READ =
            Columns.required("unit", "title.en", "title.th")
                    .optional("section", "section.en", "section.th", "etag");

    private final Tables tables;
    private final Bulk bulk;

    UnitTable(Tables tables, Bulk bulk) {
        this.tables = tables;
        this.bulk = bulk;
    }

    /**
     * The units of a file, each at the line of its first row. If some of its rows are refused,
     * there are these and no unit: it does not lose a section by a slip.
     */
    List<Line<UnitLine>> lines(byte[] file, MediaType sent) {
        Map<String, List<Line<UnitLine>>> byUnit = new LinkedHashMap<>();
        for (TableRow row : tables.read(file, sent, SHEET, READ)) {
            byUnit.computeIfAbsent(row.text("unit"), _ -> new ArrayList<>())
                    .add(row.<UnitLine>as(this::unit));
        }
        return byUnit.values().stream().flatMap(rows -> together(rows).stream()).toList();
    }

    /** The rows of a unit. */
    static List<List<@Nullable Object>> rows(Unit unit) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Section section : unit.sections()) {
            rows.add(
                    Arrays.asList(
                            unit.unit(),
                            unit.title().en(),
                            unit.title().th(),
                            section.code(),
                            section.title().en(),
                            section.title().th(),
                            unit.etag()));
        }
        if (rows.isEmpty()) {
            rows.add(
                    Arrays.asList(
                            unit.unit(),
                            unit.title().en(),
                            unit.title().th(),
                            null,
                            null,
                            null,
                            unit.etag()));
        }
        return rows;
    }

    private UnitLine unit(TableRow row) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        TableRow.put(json, "unit", row.text("unit"));
        title(json, row.text("title.en"), row.text("title.th"));
        var sections = json.putArray("sections");
        if (!row.isBlank("section", "section.en", "section.th")) {
            ObjectNode section = sections.addObject();
            TableRow.put(section, "code", row.text("section"));
            title(section, row.text("section.en"), row.text("section.th"));
        }
        TableRow.put(json, "ifMatch", row.etag("etag").orElse(""));
        return bulk.value(json, UnitLine.class);
    }

    private static void title(ObjectNode json, String en, String th) {
        ObjectNode title = json.putObject("title");
        TableRow.put(title, "en", en);
        TableRow.put(title, "th", th);
    }

    private static List<Line<UnitLine>> together(List<Line<UnitLine>> rows) {
        Line<UnitLine> first = rows.getFirst();
        List<Section> sections = new ArrayList<>();
        List<Line<UnitLine>> refused = new ArrayList<>();
        for (Line<UnitLine> row : rows) {
            Line<UnitLine> checked =
                    row.map(
                            line -> {
                                refuseOther(first, line);
                                sections.addAll(line.sections());
                                return line;
                            });
            if (checked instanceof Line.Unreadable<UnitLine>) {
                refused.add(checked);
            }
        }
        return refused.isEmpty()
                ? List.of(
                        first.map(
                                line ->
                                        new UnitLine(
                                                line.unit(),
                                                line.title(),
                                                sections,
                                                line.ifMatch())))
                : refused;
    }

    private static void refuseOther(Line<UnitLine> first, UnitLine line) {
        if (first instanceof Line.Readable<UnitLine>(int number, UnitLine before)
                && !new UnitLine(before.unit(), before.title(), line.sections(), before.ifMatch())
                        .equals(line)) {
            throw Malformed.at(
                    "/title",
                    Message.of(
                            "Columns title.en, title.th and etag must say the same as line %d of this unit.",
                            number));
        }
    }
}
