package org.kongdee.web.table;

import org.jspecify.annotations.Nullable;

/**
 * What stands in a cell.
 *
 * @param raw as written, with the blanks around it: a number in plain decimals as a spreadsheet
 *     shows it, a date in ISO, {@code true} or {@code false}, or an error such as {@code #N/A}
 */
public record Cell(String raw, Kind kind) {

    static final Cell EMPTY = new Cell("", Kind.TEXT);

    /** What a workbook says it is; in CSV everything is a text. */
    public enum Kind {
        TEXT,
        NUMBER,
        /** A number shown as a percentage; its text has the sign. */
        PERCENT,
        /** A day, a time of day or both. */
        DATE,
        BOOLEAN,
        /** No value: what went wrong in the spreadsheet. */
        ERROR,
        /** No value: a formula that no spreadsheet has worked out yet. */
        UNCALCULATED
    }

    static Cell text(String text) {
        return text.isEmpty() ? EMPTY : new Cell(text, Kind.TEXT);
    }

    static Cell of(@Nullable Cell cell) {
        return cell == null ? EMPTY : cell;
    }

    /** Without the blanks around it, those of a copied web page too. */
    public String text() {
        int from = 0;
        int to = raw.length();
        while (from < to && isBlank(raw.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(raw.charAt(to - 1))) {
            to--;
        }
        return raw.substring(from, to);
    }

    /** Whether nothing was written in it. */
    public boolean isBlank() {
        return kind == Kind.TEXT && raw.chars().allMatch(Cell::isBlank);
    }

    private static boolean isBlank(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }
}
