package org.kongdee.notification.recipient;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.table.Columns;
import org.kongdee.web.table.TableColumn;
import org.kongdee.web.table.TableRow;
import org.kongdee.web.table.Tables;

/**
 * Recipients as a table: a header, then a post a row; several sections are separated by spaces,
 * line breaks, commas or semicolons. Every row is made into the JSON that it stands for, and then
 * read as such. What is written is read as the same recipients again.
 */
final class RecipientTable {

    static final Columns COLUMNS =
            Columns.required("recipient", "email", "name", "language", "unit", "role")
                    .optional("subject", "sections", "at", "pausedUntil");

    static final String SHEET = "recipients";

    /** Those of an answer. */
    static final List<TableColumn> WRITTEN =
            List.of(
                    new TableColumn("recipient", 24),
                    new TableColumn("email", 32),
                    new TableColumn("name", 28),
                    new TableColumn("language", 10),
                    new TableColumn("subject", 24),
                    new TableColumn("unit", 14),
                    new TableColumn("sections", 24),
                    new TableColumn("role", 12),
                    new TableColumn("at", 8),
                    new TableColumn("pausedUntil", 14));

    /** What a line says of the post; the rest is of the recipient. */
    private static final Set<String> POST = Set.of("unit", "sections", "role");

    private RecipientTable() {}

    /** Every row by its key, also one that is no good otherwise. */
    static List<PostLine<ObjectNode>> lines(List<TableRow> rows) {
        return rows.stream()
                .map(
                        row ->
                                new PostLine<>(
                                        row.text("recipient"),
                                        row.<ObjectNode>as(RecipientTable::json)))
                .toList();
    }

    /** A row for each post. */
    static Consumer<RecipientView> rows(Tables.Sink sink) {
        Consumer<List<@Nullable Object>> row = Tables.unchecked(sink);
        return recipient -> {
            for (RecipientPost post : recipient.posts()) {
                row.accept(
                        Arrays.asList(
                                recipient.recipient(),
                                recipient.email(),
                                recipient.name(),
                                recipient.language(),
                                recipient.subject(),
                                post.unit(),
                                String.join(" ", post.sections()),
                                post.role(),
                                recipient.at(),
                                recipient.pausedUntil()));
            }
        };
    }

    private static ObjectNode json(TableRow row) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ObjectNode post = json.putArray("posts").addObject();
        for (String column : COLUMNS.names()) {
            put(POST.contains(column) ? post : json, column, row.text(column));
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
        } else {
            TableRow.put(json, column, value);
        }
    }
}
