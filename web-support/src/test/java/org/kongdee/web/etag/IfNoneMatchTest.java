package org.kongdee.web.etag;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IfNoneMatchTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            textBlock =
                    """
                    "3"               | "3"
                    W/"3"             | "3"
                    "2", W/"3" ,"4"   | "2", "3", "4"
                    ,, "2",,"3",      | "2", "3"
                    "a,b", "3"        | "3"
                    *                 | *
                    "*"               | ''
                    w/"3"             | ''
                    3                 | ''
                    "3                | ''
                    "2" "3"           | ''
                    *, "3"            | ''
                    ''                | ''
                    """)
    void isOneListOfStrongTags(String sent, String settled) {
        assertThat(IfNoneMatch.settled(sent)).isEqualTo(settled);
    }
}
