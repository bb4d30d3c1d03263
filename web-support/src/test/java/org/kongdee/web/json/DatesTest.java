package org.kongdee.web.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {

    @Test
    void readsADay() {
        assertThat(Dates.parse("2022-01-15")).isEqualTo(LocalDate.of(2022, 1, 15));
    }

    @ParameterizedTest
    @CsvSource({
        "15-01-2022, expected a date such as 2022-01-15",
        "2022-1-5, expected a date such as 2022-01-15",
        "2022-02-30, there is no such day",
        "2565-01-15, Buddhist era? Then write 2022"
    })
    void saysWhatIsExpected(String text, String why) {
        assertThatThrownBy(() -> Dates.parse(text)).hasMessageContaining(why);
    }
}
