package org.kongdee.notification.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kongdee.web.text.Language;

class WordingTest {

    @ParameterizedTest
    @CsvSource({
        "TH, 2022-01-15, ส. ๑๕ ม.ค. ๖๕",
        "TH, 2022-06-01, พ. ๑ มิ.ย. ๖๕",
        "TH, 2057-12-31, จ. ๓๑ ธ.ค. ๐๐",
        "EN, 2022-01-15, Sat 2022-01-15"
    })
    void writesDates(Language language, LocalDate date, String expected) {
        assertThat(Wording.in(language).date(date)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "EN, 8, 8 days left",
        "EN, 1, 1 day left",
        "EN, 0, due today",
        "EN, -1, 1 day overdue",
        "TH, 8, เหลือ ๘ วัน",
        "TH, 0, ครบกำหนดวันนี้",
        "TH, -12, เกินกำหนด ๑๒ วัน"
    })
    void saysHowFarAwayItIs(Language language, int daysLeft, String expected) {
        assertThat(Wording.in(language).daysLeft(daysLeft)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EN | 2 | 0 | 3 | 0 | Deadlines: 2 overdue, 3 due soon",
                "EN | 0 | 1 | 0 | 0 | Deadlines: 1 due today",
                "EN | 0 | 0 | 0 | 4 | Deadlines: 4 without a date",
                "TH | 0 | 1 | 8 | 0 | กำหนดส่งงาน: ครบกำหนดวันนี้ ๑ · ใกล้ถึงกำหนด ๘ รายการ"
            })
    void sumsUpInTheSubject(
            Language language, int overdue, int today, int soon, int undated, String expected) {
        assertThat(Wording.in(language).subject(overdue, today, soon, undated)).isEqualTo(expected);
    }
}
