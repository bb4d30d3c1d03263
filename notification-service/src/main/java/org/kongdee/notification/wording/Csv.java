package org.kongdee.notification.wording;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** CSV (RFC 4180) that a spreadsheet opens without running anything in it. */
public final class Csv {

    /** Says to spreadsheets that the text is UTF-8; without it Thai is garbled. */
    public static final char MARK = '\uFEFF';

    private static final String END = "\r\n";

    private Csv() {}

    public static String line(Collection<? extends @Nullable Object> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", END));
    }

    /** A text that begins like a formula is made harmless by an apostrophe. */
    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Number) {
            return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
        }
        String text = value.toString();
        String safe =
                !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? "\"" + safe.replace("\"", "\"\"") + "\""
                : safe;
    }
}
