package org.kongdee.web.etag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kongdee.web.problem.Malformed;

class IfMatchTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "* | true",
                "\"3\" | true",
                "\"2\", \"3\" | true",
                "\"2\" | false",
                "W/\"3\" | false",
                "\"30\" | false"
            })
    void allowsTheVersionsItNames(String header, boolean allowed) {
        IfMatch ifMatch = Objects.requireNonNull(IfMatch.parse(header));

        assertThat(ifMatch.allows("\"3\"")).isEqualTo(allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "", "\"3", "*, \"3\"", "\"3\" \"4\"", "w/\"3\""})
    void refusesWhatIsNoListOfTags(String header) {
        assertThatThrownBy(() -> IfMatch.parse(header)).isInstanceOf(Malformed.class);
    }

    @Test
    void isAbsentWithoutAHeader() {
        assertThat(IfMatch.parse(null)).isNull();
    }
}
