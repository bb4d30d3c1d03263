package org.kongdee.stack.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnsTest {

    private static final Locale THAI = Locale.forLanguageTag("th");

    @ParameterizedTest
    @CsvSource({"rubric, 6", "กอง, 3", "ที่, 1", "ผู้เชี่ยวชาญ, 8", "น้ำ, 2", "組, 2", "'', 0"})
    void countsCellsNotCharacters(String text, int cells) {
        assertThat(Columns.width(text)).isEqualTo(cells);
    }

    @Test
    void alignsThaiWithEnglish() {
        assertThat(Columns.width(Columns.left("ที่ปรึกษา", 20)))
                .isEqualTo(Columns.width(Columns.left("adviser", 20)));
        assertThat(Columns.right("ที่", 3)).isEqualTo("  ที่");
    }

    @Test
    void cutsBetweenLettersAndNeverFromItsMarks() {
        assertThat(Columns.cut("ที่ที่ที่", 3)).isEqualTo("ที่ที่ที่");
        assertThat(Columns.cut("ที่ที่ที่", 2)).isEqualTo("ที่…");
    }

    @Test
    void wrapsThaiBetweenWords() {
        List<String> lines =
                Columns.wrap("เผยแพร่แผนปฏิบัติราชการประจำปีบนเว็บไซต์ของหน่วยงาน", 20, THAI);

        assertThat(lines)
                .hasSizeGreaterThan(1)
                .allSatisfy(line -> assertThat(Columns.width(line)).isLessThanOrEqualTo(20));
        assertThat(String.join("", lines))
                .isEqualTo("เผยแพร่แผนปฏิบัติราชการประจำปีบนเว็บไซต์ของหน่วยงาน");
    }

    @Test
    void wrapsEnglishAtSpaces() {
        assertThat(Columns.wrap("have one, need two", 9, Locale.ENGLISH))
                .containsExactly("have one,", "need two");
    }
}
