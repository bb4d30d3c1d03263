package org.kongdee.web.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kongdee.web.problem.FieldError;
import org.kongdee.web.problem.JsonFaults;
import org.kongdee.web.text.Multiline;

class TextReaderTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static {
        new StrictJson().customize(JSON);
    }

    record Inner(String title) {}

    record Body(
            @Nullable String title,
            @Multiline @Nullable String note,
            @Nullable List<String> codes,
            @Multiline @Nullable List<String> remarks,
            @Nullable Map<String, Integer> points,
            @Nullable Map<String, Inner> inner) {}

    @Test
    void readsSeveralLinesWhereTheyAreMeant() throws JsonProcessingException {
        Body body =
                JSON.readValue(
                        """
                        {"title": "ก้ำกึ่ง \u200b", "note": "One\\r\\n\\tTwo\\rThree", "codes": ["a"],
                         "remarks": ["One\\r\\nTwo"], "points": {"a": 1}, "inner": {"b": {"title": "x"}}}""",
                        Body.class);

        assertThat(body.title()).isEqualTo("ก้ำกึ่ง \u200b");
        assertThat(body.note()).isEqualTo("One\n\tTwo\nThree");
        assertThat(body.codes()).containsExactly("a");
        assertThat(body.remarks()).containsExactly("One\nTwo");
        assertThat(body.points()).containsOnlyKeys("a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'title': 'a\\u0000b'} | /title | The text has U+0000, a control character, at character 2; leave it out.",
                "{'title': 'a\\nb'} | /title | The text has U+000A, a line break, at character 2; it must be one line.",
                "{'note': 'a\\u202eb'} | /note | The text has U+202E, a bidi control, at character 2; leave it out.",
                "{'note': '\\ud83d'} | /note | The text has U+D83D, half of a character, at character 1; leave it out.",
                "{'codes': ['a', '\\ufeffb']} | /codes/1 | The text has U+FEFF, a byte order mark, at character 1; leave it out.",
                "{'inner': {'b': {'title': '\\t'}}} | /inner/b/title | The text has U+0009, a tab, at character 1; it must be one line.",
                "{'points': {'a\\u0000': 1}} | /points | The name of a member has U+0000, a control character, at character 2; leave it out."
            })
    void refusesWhatIsNoTextByItsPlace(String json, String pointer, String detail) {
        JsonMappingException refused =
                catchThrowableOfType(
                        JsonMappingException.class,
                        () -> JSON.readValue(json.replace('\'', '"'), Body.class));

        assertThat(JsonFaults.fault(refused).errors())
                .extracting(FieldError::pointer, error -> error.detail().toString())
                .containsExactly(tuple(pointer, detail));
    }

    @Test
    void trustsWhatWasCheckedWhereItCameIn() throws JsonProcessingException {
        Body body =
                StrictJson.trusting(JSON)
                        .readValue(
                                "{\"title\": \"a\\r\\nb\", \"points\": {\"a\\n\": 1}}", Body.class);

        assertThat(body.title()).isEqualTo("a\r\nb");
        assertThat(body.points()).containsOnlyKeys("a\n");
    }
}
