package org.kongdee.web.etag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kongdee.web.problem.StaleVersion;
import org.kongdee.web.problem.VersionRequired;

class PutTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            quoteCharacter = '\'',
            textBlock =
                    """
                    # header       there  same   what it does
                    -,             -,     false, CREATE
                    -,             "3",   true,  NOTHING
                    "3",           "3",   true,  NOTHING
                    *,             "3",   true,  NOTHING
                    '"1", "3"',    "3",   false, CHANGE
                    *,             "3",   false, CHANGE
                    """)
    void decides(@Nullable String header, @Nullable String there, boolean same, Put expected) {
        assertThat(Put.decide(IfMatch.parse(header), there, same)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            quoteCharacter = '\'',
            textBlock =
                    """
                    "3",    -,   false
                    *,      -,   false
                    "2",    "3", true
                    "2",    "3", false
                    W/"3",  "3", false
                    """)
    void refusesAHeaderThatIsNotTrue(String header, @Nullable String there, boolean same) {
        assertThatThrownBy(() -> Put.decide(IfMatch.parse(header), there, same))
                .isInstanceOf(StaleVersion.class);
    }

    @Test
    void changesNothingUnseen() {
        assertThatThrownBy(() -> Put.decide(null, "\"3\"", false))
                .isInstanceOf(VersionRequired.class);
    }
}
