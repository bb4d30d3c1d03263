package org.kongdee.web.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kongdee.web.problem.Malformed;

class DecimalsTest {

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "0.5", "87.250000", "123456789012", "123456.789012"})
    void readsPlainNumbersExactly(String token) {
        assertThat(Decimals.parse(token)).isEqualTo(new BigDecimal(token));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e5",
                "1E-999999999",
                "0.1234567",
                "1234567890123",
                ".5",
                "5.",
                "NaN",
                "+1",
                ""
            })
    void refusesWhatIsNotPlain(String token) {
        assertThatThrownBy(() -> Decimals.parse(token)).isInstanceOf(Malformed.class);
    }
}
