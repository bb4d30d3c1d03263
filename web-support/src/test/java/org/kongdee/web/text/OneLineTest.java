package org.kongdee.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneLineTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n",
                "\r",
                "\r\n",
                "\n\n",
                "\u0000",
                "\t",
                "\u000B",
                "\f",
                "\u001B",
                "\u007F",
                "\u0085",
                "\u009F",
                "\u2028",
                "\u2029",
                "\u061C",
                "\u200E",
                "\u200F",
                "\u202A",
                "\u202B",
                "\u202C",
                "\u202D",
                "\u202E",
                "\u2066",
                "\u2067",
                "\u2068",
                "\u2069",
                "\uD800",
                "\uDC00",
                "\u2028\u202E\n"
            })
    void breaksAndControlsBecomeASpace(String broken) {
        assertThat(Text.oneLine("a" + broken + "b" + broken)).isEqualTo("a b ");
    }

    /** Thai needs the joiners, and emoji are pairs of surrogates. */
    @Test
    void whatPeopleWriteStays() {
        String text = "  ผอ.\u200Bลงนาม\u200C\u200D “ก” 🎉 — a\u00A0b\uFEFF ";
        assertThat(Text.oneLine(text)).isSameAs(text);
        assertThat(Text.oneLine(text + "\n")).isEqualTo(text + " ");
        assertThat(Text.oneLine("")).isEmpty();
    }
}
