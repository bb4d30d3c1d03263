package org.kongdee.web.csv;

import java.util.List;

/**
 * A row of a CSV file.
 *
 * @param line on which it begins, counted from 1 as an editor does
 * @param cells without the spaces around them; of one that is broken, those before the break
 * @param broken whether a quote is opened in it and never closed
 */
public record CsvRow(int line, List<String> cells, boolean broken) {

    public CsvRow {
        cells = List.copyOf(cells);
    }

    /** Whether some of it is no text in the charset that it was read in. */
    public boolean isUnreadable() {
        return cells.stream().anyMatch(cell -> cell.indexOf(CsvText.UNREADABLE) >= 0);
    }

    boolean isBlank() {
        return !broken && cells.stream().allMatch(String::isEmpty);
    }

    /** Without empty cells at the end, down to so many. */
    CsvRow trimmed(int atLeast) {
        int last = cells.size();
        while (last > atLeast && cells.get(last - 1).isEmpty()) {
            last--;
        }
        return last == cells.size() ? this : new CsvRow(line, cells.subList(0, last), broken);
    }
}
