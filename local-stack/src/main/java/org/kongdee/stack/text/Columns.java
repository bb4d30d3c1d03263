package org.kongdee.stack.text;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Pads and cuts text by the cells it takes on a terminal, which for Thai are fewer than its
 * characters.
 */
public final class Columns {

    private Columns() {}

    /**
     * The cells that {@code text} takes: marks above and below a letter take none, East Asian wide
     * letters two.
     */
    public static int width(String text) {
        return text.codePoints().map(Columns::cells).sum();
    }

    public static String left(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }

    public static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - width(text))) + text;
    }

    /** The text, or as much of it as fits with an ellipsis; a letter keeps its marks. */
    public static String cut(String text, int width) {
        if (width(text) <= width) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int used = 0;
        for (int codePoint : text.codePoints().toArray()) {
            used += cells(codePoint);
            if (used > width - 1) {
                break;
            }
            kept.appendCodePoint(codePoint);
        }
        return kept.append('…').toString();
    }

    /**
     * The text in lines of at most {@code width} cells, broken where its language allows: Thai has
     * no spaces.
     */
    public static List<String> wrap(String text, int width, Locale language) {
        BreakIterator places = BreakIterator.getLineInstance(language);
        places.setText(text);
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int start = places.first();
        for (int end = places.next(); end != BreakIterator.DONE; start = end, end = places.next()) {
            String piece = text.substring(start, end);
            if (!line.isEmpty() && width(line + piece.stripTrailing()) > width) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
            }
            line.append(piece);
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }

    private static int cells(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.FORMAT,
                    Character.CONTROL ->
                    0;
            default -> isWide(codePoint) ? 2 : 1;
        };
    }

    private static boolean isWide(int codePoint) {
        return switch (Character.UnicodeScript.of(codePoint)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
            default -> codePoint >= 0x1F300 && codePoint <= 0x1FAFF;
        };
    }
}
