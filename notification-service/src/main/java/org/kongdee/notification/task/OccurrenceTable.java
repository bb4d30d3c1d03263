package org.kongdee.notification.task;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.table.TableColumn;

/**
 * The table of a series: a due date a row, a figure a column.
 *
 * @param figures those of the task
 */
record OccurrenceTable(List<FigureView> figures) {

    static final String SHEET = "occurrences";

    OccurrenceTable {
        figures = List.copyOf(figures);
    }

    List<TableColumn> columns() {
        return TableColumn.named(
                Stream.of(
                                Stream.of("due", "status", "overdue", "doneAt", "by", "byName"),
                                figures.stream().map(FigureView::code),
                                Stream.of("answer", "link"))
                        .flatMap(names -> names));
    }

    List<@Nullable Object> cells(Occurrence occurrence) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(occurrence.due());
        cells.add(occurrence.status());
        cells.add(occurrence.overdue());
        TaskAnswer answer = occurrence.settled();
        cells.add(answer == null ? null : answer.at());
        cells.add(answer == null ? null : answer.by());
        cells.add(answer == null ? null : answer.byName());
        figures.forEach(
                figure -> cells.add(answer == null ? null : answer.figures().get(figure.code())));
        cells.add(answer == null ? null : answer.answer());
        cells.add(answer == null ? null : answer.link());
        return cells;
    }
}
