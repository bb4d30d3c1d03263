package org.kongdee.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "Memo 12/2565 ~",
                "หนังสือเวียน ก้ำกึ่ง",
                "น้ำ\u200bใจ",
                "a\u200cb\u200dc",
                "\uD83D\uDC69\u200D\uD83D\uDC67",
                "\uD83D\uDE80\uD83D\uDE80",
                "a\uFEFFb\uFEFF",
                "\u00a0\u00ad\u061b\u061d\u2010\u2027\u202f\u2065\u206a\uFFFD",
                "العربية עברית"
            })
    void isAnythingThatPeopleWrite(String text) {
        assertThat(Text.LINE.fault(text)).isEmpty();
        assertThat(Text.LINES.fault(text)).isEmpty();
        assertThat(Text.LINES.kept(text)).isEqualTo(text);
        assertThat(Text.legible(text)).isEqualTo(text);
    }

    /** The texts with Java's escapes, which CSV has not. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a\\0b | has U+0000, a control character, at character 2; leave it out",
                "\\33 | has U+001B, a control character, at character 1; leave it out",
                "\\13 | has U+000B, a control character, at character 1; leave it out",
                "\\177 | has U+007F, a control character, at character 1; leave it out",
                "\\205 | has U+0085, a control character, at character 1; leave it out",
                "\\237 | has U+009F, a control character, at character 1; leave it out"
            })
    void hasNoControls(String escaped, String fault) {
        refused(escaped.translateEscapes(), fault);
    }

    @ParameterizedTest
    @ValueSource(
            chars = {
                '\u061C', '\u200E', '\u200F', '\u202A', '\u202B', '\u202C', '\u202D', '\u202E',
                '\u2066', '\u2067', '\u2068', '\u2069'
            })
    void doesNotTurnTheDirectionOfWriting(char c) {
        refused(
                "ประกาศ" + c,
                "has U+%04X, a bidi control, at character 7; leave it out".formatted((int) c));
    }

    @ParameterizedTest
    @CsvSource({"D83D,''", "DE80,''", "D83D,a", "DE80,a", "D83D,\uD83D\uDE80", "DE80,\uD83D\uDE80"})
    void hasNoHalvesOfCharacters(String half, String after) {
        char c = (char) Integer.parseInt(half, 16);
        // After a whole character too, which counts as one.
        refused(
                "\uD83D\uDE80" + c + after,
                "has U+%s, half of a character, at character 2; leave it out".formatted(half));
    }

    @Test
    void doesNotBeginWithWhatMarksAFile() {
        refused("\uFEFFa", "has U+FEFF, a byte order mark, at character 1; leave it out");
    }

    @Test
    void doesNotBreakLinesInWaysOfItsOwn() {
        refused("a\u2028b", "has U+2028, a line break, at character 2; leave it out");
        refused("a\u2029b", "has U+2029, a line break, at character 2; leave it out");
    }

    private static void refused(String text, String fault) {
        assertThat(Text.LINE.fault(text)).map(Message::toString).contains(fault);
        assertThat(Text.LINES.fault(text)).map(Message::toString).contains(fault);
    }

    @Test
    void hasLineBreaksAndTabsOnlyInSeveralLines() {
        assertThat(Text.LINE.fault("One\nTwo"))
                .map(Message::toString)
                .contains("has U+000A, a line break, at character 4; it must be one line");
        assertThat(Text.LINE.fault("One\r\nTwo"))
                .map(Message::toString)
                .contains("has U+000D, a line break, at character 4; it must be one line");
        assertThat(Text.LINE.fault("One\tTwo"))
                .map(Message::toString)
                .contains("has U+0009, a tab, at character 4; it must be one line");
        assertThat(Text.LINES.fault("One\n\r\r\n\tTwo\n")).isEmpty();
    }

    @Test
    void isKeptWithLineFeeds() {
        assertThat(Text.LINES.kept("One\r\nTwo\rThree\n\r\n\r\r\n"))
                .isEqualTo("One\nTwo\nThree\n\n\n\n");
        assertThat(Text.LINE.kept("One")).isEqualTo("One");
    }

    @Test
    void isLegibleWithoutWhatCannotBeRead() {
        assertThat(Text.legible("\u0000\uFEFFA\u0000n\r\n\u202En\uD83D \uD83D\uDE80\u200b"))
                .isEqualTo("Ann \uD83D\uDE80\u200b");
    }
}
