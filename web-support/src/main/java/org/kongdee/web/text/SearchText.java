package org.kongdee.web.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One spelling for what is stored for search and for what is searched, so that what looks the same
 * is found however it was typed. Case, compatibility forms, digits of other scripts, invisible
 * characters and the width of gaps play no part. In Thai, what is typed in the wrong pieces or in
 * the wrong order becomes what it looks like: sara e twice is sara ae, nikhahit and sara aa are
 * sara am, and the marks of a consonant stand once each and in one order.
 *
 * <p>The JDK and ICU have no such spelling: their normal forms leave the marks of Thai as they were
 * typed, and ICU's lookalikes are made to find frauds: to them 1, l and I are one.
 *
 * <p>Marks are told by their code points here: on their own most editors draw them over what stands
 * before.
 */
public final class SearchText {

    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cf}\\u034F\\uFE00-\\uFE0F\\x{E0100}-\\x{E01EF}]");
    private static final Pattern GAP = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

    private static final String ABOVE_OR_BELOW = "\\u0E31\\u0E34-\\u0E3A\\u0E47-\\u0E4E";
    private static final Pattern AFTER_SARA_AA =
            Pattern.compile("\\u0E32([" + ABOVE_OR_BELOW + "]+)");
    private static final Pattern MARKS = Pattern.compile("[" + ABOVE_OR_BELOW + "]{2,}");
    private static final Pattern SARA_I_WITH_NIKHAHIT =
            Pattern.compile("\\u0E34([\\u0E48-\\u0E4C\\u0E4E]*)\\u0E4D");
    private static final char NIKHAHIT = '\u0E4D';

    private SearchText() {}

    /** What is stored for search: of each text, one line. */
    public static String of(Stream<String> texts) {
        return texts.map(SearchText::of).collect(Collectors.joining("\n"));
    }

    /** A text in the one spelling. */
    public static String of(String text) {
        String visible = INVISIBLE.matcher(text).replaceAll("");
        String plain = folded(Normalizer.normalize(visible.toUpperCase(Locale.ROOT), Form.NFKC));
        return GAP.matcher(thai(plain)).replaceAll(" ").strip();
    }

    /** A pattern for LIKE, with the escape {@code \}, that finds the text anywhere. */
    public static String pattern(String text) {
        return "%" + of(text).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    /** Letter by letter, so that none depends on where it stands in a word. */
    private static String folded(String text) {
        var folded = new StringBuilder(text.length());
        text.codePoints()
                .map(
                        c ->
                                Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER
                                        ? '0' + Character.digit(c, 10)
                                        : Character.toLowerCase(c))
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }

    /** Of a compatibility form: sara am is nikhahit and sara aa already. */
    private static String thai(String text) {
        String vowels =
                text.replace("\u0E41", "\u0E40\u0E40")
                        .replace("\u0E40\u0E40", "\u0E41")
                        // Lakkhangyao is a longer sara aa.
                        .replace('\u0E45', '\u0E32');
        String before = AFTER_SARA_AA.matcher(vowels).replaceAll("$1\u0E32");
        String ordered =
                MARKS.matcher(before)
                        .replaceAll(marks -> Matcher.quoteReplacement(inOrder(marks.group())));
        return SARA_I_WITH_NIKHAHIT.matcher(ordered).replaceAll("\u0E36$1");
    }

    /**
     * Each mark once: vowels, then tones, as people type them, then nikhahit, which with the tone
     * before it makes the beginning of "nam" be found in "nam" with sara am.
     */
    private static String inOrder(String marks) {
        return marks.chars()
                .distinct()
                .boxed()
                .sorted((a, b) -> Integer.compare(place(a), place(b)))
                .map(Character::toString)
                .collect(Collectors.joining());
    }

    private static int place(int mark) {
        return mark == NIKHAHIT ? Character.MAX_VALUE : mark;
    }
}
