package org.kongdee.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource({
        "'th', TH",
        "'th-TH,th;q=0.9,en;q=0.8', TH",
        "'en;q=0.5, th;q=0.9', TH",
        "'en-GB,th;q=0.5', EN",
        "'th;q=0, en', EN",
        "'fr, de', EN",
        "'', EN",
        "';;;', EN",
        ", EN"
    })
    void isTheBetterOfTheTwo(String header, Language expected) {
        assertThat(Language.preferred(header)).isEqualTo(expected);
    }
}
