package org.kongdee.stack.seed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContestYearTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-22, 2570, 2026-08-01, 2027-07-31",
        "2026-08-01, 2570, 2026-08-01, 2027-07-31",
        "2026-07-31, 2569, 2025-08-01, 2026-07-31",
        "2021-12-20, 2565, 2021-08-01, 2022-07-31"
    })
    void isTheYearThatContainsTheDay(LocalDate day, int buddhist, LocalDate start, LocalDate end) {
        ContestYear year = ContestYear.of(day);

        assertThat(year.buddhist()).isEqualTo(buddhist);
        assertThat(year.start()).isEqualTo(start);
        assertThat(year.end()).isEqualTo(end);
    }
}
