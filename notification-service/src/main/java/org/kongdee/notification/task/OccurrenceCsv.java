package org.kongdee.notification.task;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.table.Csv;

/** The table of a series: a due date a line, a figure a column. */
final class OccurrenceCsv {

    private OccurrenceCsv() {}

    static void write(List<Occurrence> occurrences, List<FigureView> figures, PrintWriter out) {
        List<String> header =
                new ArrayList<>(List.of("due", "status", "overdue", "doneAt", "by", "byName"));
        figures.forEach(figure -> header.add(figure.code()));
        header.addAll(List.of("answer", "link"));
        out.print(Csv.MARK);
        out.print(Csv.line(header));
        occurrences.forEach(occurrence -> out.print(Csv.line(cells(occurrence, figures))));
    }

    private static List<@Nullable Object> cells(Occurrence occurrence, List<FigureView> figures) {
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
