package org.kongdee.web.table;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows (RFC 4180) one after the other. A quoted cell may span lines. A quote that is never
 * closed costs the line that it stands in and no other: libraries give up the rest of the file.
 */
final class CsvRows {

    /** A cell of several lines that is longer was not closed. */
    private static final int LONGEST_CELL = 4096;

    private final String text;
    private final char delimiter;
    private int at;
    private int line;

    CsvRows(String text, int from, int line, char delimiter) {
        this.text = text;
        this.delimiter = delimiter;
        this.at = from;
        this.line = line;
    }

    /** Null at the end. */
    @Nullable RawRow next() {
        if (at >= text.length()) {
            return null;
        }
        int begin = at;
        int first = line;
        List<Cell> cells = new ArrayList<>();
        while (true) {
            String cell = cell();
            if (cell == null) {
                at = begin;
                line = first;
                skipLine();
                return new RawRow(first, cells, true);
            }
            cells.add(Cell.text(Csv.meant(cell)));
            if (at < text.length() && text.charAt(at) == delimiter) {
                at++;
            } else {
                endLine();
                return new RawRow(first, cells, false);
            }
        }
    }

    /** Up to the delimiter or the end of the line; null if a quote is not closed. */
    private @Nullable String cell() {
        StringBuilder cell = new StringBuilder();
        boolean blank = true;
        boolean spans = false;
        while (at < text.length() && !ends(text.charAt(at))) {
            char c = text.charAt(at++);
            if (c == '"' && blank) {
                int before = line;
                if (!quoted(cell)) {
                    return null;
                }
                spans = line > before;
                blank = false;
            } else if (spans && !Character.isWhitespace(c)) {
                // What was taken for the end of the cell begins another one, further down.
                return null;
            } else {
                cell.append(c);
                blank &= Character.isWhitespace(c);
            }
        }
        return cell.toString();
    }

    /** What stands between quotes; whether they are closed. */
    private boolean quoted(StringBuilder cell) {
        int first = line;
        cell.setLength(0);
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n' || c == '\r') {
                cell.append('\n');
                endLine();
            } else if (c != '"') {
                cell.append(c);
                at++;
            } else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
                cell.append('"');
                at += 2;
            } else {
                at++;
                return true;
            }
            if (line > first && cell.length() > LONGEST_CELL) {
                return false;
            }
        }
        return false;
    }

    private boolean ends(char c) {
        return c == delimiter || c == '\n' || c == '\r';
    }

    private void skipLine() {
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
        endLine();
    }

    private void endLine() {
        if (at < text.length()) {
            at += text.startsWith("\r\n", at) ? 2 : 1;
            line++;
        }
    }
}
