package org.kongdee.web.cors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:5173",
                "https://kongdee.example",
                "https://kongdee.example:8443",
                "http://127.0.0.1:8044",
                "http://[::1]:5173",
                "https://xn--12c1fe0br.example"
            })
    void namesAnOriginToTheLetter(String origin) {
        Origins origins = Origins.of(List.of(" " + origin, "https://other.example"));

        assertThat(origins.isNamed(origin)).isTrue();
        assertThat(origins.isNamed(origin + "0")).isFalse();
        assertThat(origins.isNamed("null")).isFalse();
        assertThat(origins.isNamed(null)).isFalse();
    }

    @Test
    void namesNoneWithoutASetting() {
        assertThat(Origins.of(List.of()).isNamed("http://localhost:5173")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "null",
                "",
                "https://*",
                "https://*.example",
                "https://kongdee.example/",
                "https://kongdee.example/app",
                "https://kongdee.example?",
                "https://kongdee.example#a",
                "https://me@kongdee.example",
                "https://Kongdee.example",
                "HTTPS://kongdee.example",
                "https://kongdee.example:443",
                "http://kongdee.example:80",
                "https://kongdee.example:",
                "kongdee.example",
                "//kongdee.example",
                "ftp://kongdee.example",
                "file://",
                "https://กองดี.example",
                "https://kongdee.example https://other.example"
            })
    void refusesWhatIsNoOrigin(String origin) {
        assertThatThrownBy(() -> Origins.of(List.of("https://good.example", origin)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(
                        "kongdee.cors.origins has '" + origin + "', which is no origin");
    }
}
