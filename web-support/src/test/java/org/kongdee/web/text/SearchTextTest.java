package org.kongdee.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTextTest {

    /** Marks are written as code points: what is seen here of two spellings would be the same. */
    @ParameterizedTest
    @CsvSource({
        // แผน: sara e twice, also with a zero-width space between
        "'\u0E40\u0E40\u0E1C\u0E19', '\u0E41\u0E1C\u0E19'",
        "'\u0E40\u200B\u0E40\u0E1C\u0E19', '\u0E41\u0E1C\u0E19'",
        // คำ, น้ำ: nikhahit and sara aa, the tone before, between or behind
        "'\u0E04\u0E4D\u0E32', '\u0E04\u0E33'",
        "'\u0E19\u0E49\u0E4D\u0E32', '\u0E19\u0E49\u0E33'",
        "'\u0E19\u0E4D\u0E49\u0E32', '\u0E19\u0E49\u0E33'",
        "'\u0E19\u0E33\u0E49', '\u0E19\u0E49\u0E33'",
        "'\u0E19\u0E4D\u0E32\u0E49', '\u0E19\u0E49\u0E33'",
        // ที่, กุ้ง, พันธุ์: the tone or the silencer before the vowel
        "'\u0E17\u0E48\u0E35', '\u0E17\u0E35\u0E48'",
        "'\u0E01\u0E49\u0E38\u0E07', '\u0E01\u0E38\u0E49\u0E07'",
        "'\u0E18\u0E4C\u0E38', '\u0E18\u0E38\u0E4C'",
        // ที่, การ: marks twice, and a mark typed behind sara aa
        "'\u0E17\u0E35\u0E35\u0E48\u0E48', '\u0E17\u0E35\u0E48'",
        "'\u0E01\u0E32\u0E49\u0E27', '\u0E01\u0E49\u0E32\u0E27'",
        // ลึก, ฤๅ: sara i with nikhahit, also over a tone, and lakkhangyao
        "'\u0E25\u0E34\u0E4D\u0E01', '\u0E25\u0E36\u0E01'",
        "'\u0E04\u0E34\u0E49\u0E4D\u0E19', '\u0E04\u0E36\u0E49\u0E19'",
        "'\u0E24\u0E45', '\u0E24\u0E32'",
        // digits
        "'ครั้งที่ ๑๒/๒๕๖๕', 'ครั้งที่ 12/2565'",
        // invisible characters, gaps
        "'รับ\u200Bของ\u200Dขวัญ\uFEFF', 'รับของขวัญ'",
        "'ข้อ\u00A0\u00A0ก', 'ข้อ ก'",
        "'ข้อ\nก', 'ข้อ ก'",
        // case, width, composition, ligatures
        "'PLAN ＰＬＡＮ', 'plan plan'",
        "'e\u0301cole', '\u00E9COLE'",
        "'Stra\u00DFe', 'STRASSE'",
        "'\u039F\u03A3', '\u03BF\u03C2'",
        "'o\uFB03ce', 'office'",
    })
    void whatLooksTheSameIsSpeltTheSame(String typed, String meant) {
        assertThat(SearchText.of(typed)).isEqualTo(SearchText.of(meant));
    }

    @ParameterizedTest
    @CsvSource({
        "'\u0E40\u0E1C\u0E19', '\u0E41\u0E1C\u0E19'",
        "'\u0E17\u0E35', '\u0E17\u0E35\u0E48'",
        "'\u0E19\u0E32', '\u0E19\u0E33'",
        "'l1', 'll'",
        "'rn', 'm'",
    })
    void whatLooksDifferentStaysApart(String one, String other) {
        assertThat(SearchText.of(one)).isNotEqualTo(SearchText.of(other));
    }

    /** The beginning of a word is found while it is typed. */
    @ParameterizedTest
    @ValueSource(strings = {"\u0E19", "\u0E19\u0E49", "\u0E19\u0E49\u0E33"})
    void aWordIsFoundByItsBeginning(String beginning) {
        assertThat(SearchText.of("\u0E19\u0E49\u0E33")).startsWith(SearchText.of(beginning));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u200B", "\n"})
    void ofNothingThereIsNothing(String text) {
        assertThat(SearchText.of(text)).isEmpty();
    }

    @Test
    void spellingAgainChangesNothing() {
        String once = SearchText.of("เเผนน้ําที่ ๑๒ ÉCOLE Straße ﬃ ฤๅ");

        assertThat(SearchText.of(once)).isEqualTo(once);
    }

    @Test
    void storesALineForEachText() {
        assertThat(SearchText.of(Stream.of("แผน\nงาน", "B"))).isEqualTo("แผน งาน\nb");
    }

    @Test
    void aPatternTakesItsWildcardsForLetters() {
        assertThat(SearchText.pattern("100%_\\")).isEqualTo("%100\\%\\_\\\\%");
    }
}
