package org.kongdee.evidence.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordFieldTest {

    private static final int PAGE = 64 * 1024;
    private static final int MOST_LOOKS = 12;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<input type=password>",
                "<form><INPUT name=p TYPE='password'>",
                "<input\n class=\"type\"\n\ttype = \"Password\" />",
                "<input type=text><p><input a=b type type= password>",
                "a < b <input <input type=\"password\""
            })
    void findsAFieldForAPassword(String page) {
        assertThat(PasswordField.isIn(page)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<",
                "<input",
                "<input type",
                "<input type=",
                "<input type=\"",
                "<input type=passwor",
                "<input type password>",
                "<input type=text> type=password",
                "<inpu type=password>",
                "type=password",
                "<p>type=password</p>"
            })
    void findsNoneWhereThereIsNone(String page) {
        assertThat(PasswordField.isIn(page)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<input",
                "<input ",
                "<input type",
                "<input type ",
                "<input type=",
                "<input type='",
                "<input type=passwor",
                "<inpu",
                "<",
                "type=",
                "type",
                " ",
                ">"
            })
    void looksAtEachCharacterAFewTimesWhateverThePage(String repeated) {
        assertThat(looks("<input " + repeated.repeat(PAGE / repeated.length())))
                .isLessThan((long) MOST_LOOKS * PAGE);
    }

    @Test
    void looksAtLongSpacesOnce() {
        String spaces = " ".repeat(200);
        assertThat(looks(("<input type" + spaces + "=" + spaces).repeat(PAGE / 412)))
                .isLessThan((long) MOST_LOOKS * PAGE);
    }

    /** How many characters were looked at. */
    private static long looks(String page) {
        var looks = new AtomicLong();
        assertThat(PasswordField.isIn(new Counted(page, looks))).isFalse();
        return looks.get();
    }

    private record Counted(String page, AtomicLong looks) implements CharSequence {

        @Override
        public int length() {
            return page.length();
        }

        @Override
        public char charAt(int index) {
            looks.incrementAndGet();
            return page.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String toString() {
            throw new UnsupportedOperationException();
        }
    }
}
