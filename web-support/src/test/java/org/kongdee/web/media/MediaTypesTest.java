package org.kongdee.web.media;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypesTest {

    private static final MediaType JSON = MediaType.APPLICATION_JSON_TYPE;
    private static final MediaType NDJSON = MediaType.valueOf("application/x-ndjson");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ",",
                " , ,",
                ";q=1",
                "*",
                "text",
                "a/b/c",
                "*/json",
                "application/json;q=x",
                "application/json;q=2",
                "application/json;q=-1",
                "application/json;q=0.1234",
                "application/json;q",
                "application/json text/html",
                "text/html, *; q=.2, */*; q=.2",
                "application/json;a=\"b",
                "ไทย/json"
            })
    void disregardsWhatCannotBeRead(String header) {
        assertThat(MediaTypes.accepted(header)).isEmpty();
    }

    @Test
    void readsMuchRubbishWithoutEnd() {
        for (String piece :
                List.of(";", "a/b;", "a/b;;,", "\"", "a/b;c=\"", "/", "a/", "%", "\t ,")) {
            MediaTypes.accepted(piece.repeat(20_000));
            assertThat(MediaTypes.isOne(piece.repeat(20_000) + "é")).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    */*                                                       | application/json
                    application/*                                             | application/json
                    application/json                                          | application/json
                    APPLICATION/JSON ; Charset="utf-8" ;                      | application/json
                    application/x-ndjson                                      | application/x-ndjson
                    ,, application/x-ndjson ,                                 | application/x-ndjson
                    application/x-ndjson, */*                                 | application/x-ndjson
                    */*, application/x-ndjson                                 | application/x-ndjson
                    application/x-ndjson, application/json                    | application/x-ndjson
                    application/json, application/x-ndjson                    | application/json
                    application/x-ndjson;q=0.1, application/json              | application/json
                    application/x-ndjson;q=0.1, */*                           | application/json
                    application/json;q=0.001, application/x-ndjson;q=0.002    | application/x-ndjson
                    application/json;q=0, */*;q=0.1                           | application/x-ndjson
                    text/html;a=",;q=", application/x-ndjson;v="a,b";q=1.000  | application/x-ndjson
                    text/html, application/xml;q=0.9, */*;q=0.8               | application/json
                    text/html                                                 |
                    application/json;q=0                                      |
                    application/*;q=0, text/*                                 |
                    """)
    void choosesWhatIsPreferred(String header, String chosen) {
        List<MediaRange> ranges = MediaTypes.accepted(header);

        assertThat(ranges).isNotEmpty();
        assertThat(
                        MediaRange.best(ranges, List.of(JSON, NDJSON))
                                .map(MediaType::toString)
                                .orElse(null))
                .isEqualTo(chosen);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON; charset=UTF-8",
                "multipart/form-data; boundary=\"----=_Part;1\"",
                "text/csv;"
            })
    void takesAType(String header) {
        assertThat(MediaTypes.isOne(header)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "json",
                "application/",
                "application/json, text/csv",
                "application/*",
                "*/*",
                "application/json; charset",
                "application/json; charset="
            })
    void takesNothingElseForAType(String header) {
        assertThat(MediaTypes.isOne(header)).isFalse();
    }
}
