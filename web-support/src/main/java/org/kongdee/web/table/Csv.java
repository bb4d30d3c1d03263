package org.kongdee.web.table;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** CSV (RFC 4180) that a spreadsheet opens without running anything in it. */
public final class Csv {

    /** Says to spreadsheets that the text is UTF-8; without it Thai is garbled. */
    public static final char MARK = '\uFEFF';

    /**
     * What a spreadsheet takes for the beginning of a formula, in full width too; some pass over a
     * line break first.
     */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private static final String END = "\r\n";

    private Csv() {}

    public static String line(Collection<? extends @Nullable Object> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", END));
    }

    /**
     * A text that begins like a formula, which a spreadsheet would run, with an apostrophe before
     * it, which makes it a text; and one that has it already with one more, so that {@link #meant}
     * can take it back.
     */
    public static String harmless(String text) {
        return isLikeFormula(text) ? "'" + text : text;
    }

    /** What {@link #harmless} was given. */
    static String meant(String cell) {
        return cell.startsWith("'") && isLikeFormula(cell) ? cell.substring(1) : cell;
    }

    /** Whether a formula would begin here, after apostrophes or none. */
    private static boolean isLikeFormula(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) == '\'') {
            at++;
        }
        return at < text.length() && FORMULA.indexOf(text.charAt(at)) >= 0;
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Number) {
            return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
        }
        String safe = harmless(value.toString());
        return needsQuotes(safe) ? quoted(safe) : safe;
    }

    private static boolean needsQuotes(String text) {
        return !text.equals(text.strip())
                || text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    }

    /** Between quotes, whether or not it needs them. */
    public static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
