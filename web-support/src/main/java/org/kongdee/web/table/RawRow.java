package org.kongdee.web.table;

import java.util.ArrayList;
import java.util.List;

/**
 * A row of a file, before its columns are known.
 *
 * @param line on which it begins, counted from 1 as an editor or a spreadsheet does
 * @param cells of one that is broken, those before the break
 * @param broken whether a quote is opened in it and never closed
 */
record RawRow(int line, List<Cell> cells, boolean broken) {

    RawRow {
        cells = List.copyOf(cells);
    }

    /** Whether some of it is no text in the charset that it was read in. */
    boolean isUnreadable() {
        return cells.stream().anyMatch(cell -> cell.raw().indexOf(CsvText.UNREADABLE) >= 0);
    }

    boolean isBlank() {
        return !broken && cells.stream().allMatch(Cell::isBlank);
    }

    /** Without blank cells at the end, down to so many. */
    RawRow trimmed(int atLeast) {
        int last = cells.size();
        while (last > atLeast && cells.get(last - 1).isBlank()) {
            last--;
        }
        return last == cells.size() ? this : new RawRow(line, cells.subList(0, last), broken);
    }

    /** With blank cells at the end, up to so many. */
    RawRow filledUp(int width) {
        if (cells.size() >= width) {
            return this;
        }
        List<Cell> all = new ArrayList<>(cells);
        while (all.size() < width) {
            all.add(Cell.EMPTY);
        }
        return new RawRow(line, all, broken);
    }
}
