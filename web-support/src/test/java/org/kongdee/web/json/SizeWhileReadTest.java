package org.kongdee.web.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kongdee.web.problem.Fault;
import org.kongdee.web.problem.FieldError;
import org.kongdee.web.problem.JsonFaults;
import org.kongdee.web.problem.Malformed;

class SizeWhileReadTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    static {
        new StrictJson().customize(MAPPER);
    }

    /** One of each that may be long. */
    record Long(
            @JsonProperty(defaultValue = "[]") @Size(max = 3) List<Item> items,
            @JsonProperty(defaultValue = "[]")
                    @Size(min = 1, max = 3, message = "at most three words")
                    Set<String> words,
            @JsonProperty(defaultValue = "{}") @Size(max = 3) Map<String, Item> named,
            @JsonProperty(defaultValue = "[]") @Size(max = 3) List<List<Integer>> rows,
            @JsonProperty(defaultValue = "[]") @Size(max = 3) int[] numbers,
            @JsonProperty(defaultValue = "[]") List<Integer> any) {}

    /** Has a list itself. */
    record Item(@JsonProperty(defaultValue = "[]") @Size(max = 2) List<String> fields) {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"items":[          | {"fields":["a"]} | /items            | size must be between 0 and 3
                    {"words":[          | "a"              | /words            | at most three words
                    {"named":{          | "a#":{}          | /named            | size must be between 0 and 3
                    {"rows":[           | [1,2,3,4,5]      | /rows             | size must be between 0 and 3
                    {"numbers":[        | 1                | /numbers          | size must be between 0 and 3
                    {"items":[{},{"fields":[ | "a"         | /items/1/fields   | size must be between 0 and 2
                    {"named":{"x":{"fields":[ | "a"        | /named/x/fields   | size must be between 0 and 2
                    """)
    void readsNoFurtherThanTheLimit(String begin, String item, String pointer, String detail) {
        Malformed fault = fault(() -> MAPPER.readValue(new Endless(begin, item), Long.class));

        assertThat(fault.slug()).isEqualTo("bad-request");
        assertThat(fault.errors())
                .extracting(FieldError::pointer, error -> error.detail().toString())
                .containsExactly(tuple(pointer, detail));
    }

    @Test
    void readsAllUpToTheLimit() throws IOException {
        Long read =
                MAPPER.readValue(
                        """
                        {"items":[{"fields":["a","b"]},{},{"fields":[]}],"words":["a","b","c"],"named":{"a":{},"b":{"fields":["a"]},"c":{}},
                         "rows":[[1,2,3,4,5],[],[1]],"numbers":[1,2,3],"any":[1,2,3,4,5]}
                        """,
                        Long.class);

        assertThat(read.items).hasSize(3);
        assertThat(read.words).hasSize(3);
        assertThat(read.named).hasSize(3);
        assertThat(read.rows).containsExactly(List.of(1, 2, 3, 4, 5), List.of(), List.of(1));
        assertThat(read.numbers).hasSize(3);
        assertThat(read.any).hasSize(5);
    }

    /** What is wrong inside is told as ever. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"items":[{},{"x":1}]}              | /items/1/x
                    {"items":[{},null]}                 | /items/1
                    {"items":{}}                        | /items
                    {"words":["a",1]}                   | /words/1
                    {"named":{"a":{},"b":null}}         | /named/b
                    {"named":{"a":{},"b":[]}}           | /named/b
                    {"rows":[[1],["x"]]}                | /rows/1/0
                    """)
    void namesTheItemThatIsWrong(String body, String pointer) {
        Malformed fault = fault(() -> MAPPER.readValue(body, Long.class));

        assertThat(fault.slug()).isEqualTo("malformed-body");
        assertThat(fault.errors()).extracting(FieldError::pointer).containsExactly(pointer);
    }

    private static Malformed fault(ThrowingCallable reading) {
        Throwable thrown = Assertions.catchThrowable(reading);
        assertThat(thrown).isInstanceOf(JsonProcessingException.class);
        Fault fault = JsonFaults.fault((JsonProcessingException) thrown);
        assertThat(fault).isInstanceOf(Malformed.class);
        return (Malformed) fault;
    }

    /** A body whose list never ends; a # in an item is its number. */
    private static final class Endless extends Reader {

        private final String item;
        private String rest;
        private int count;

        Endless(String begin, String item) {
            this.rest = begin;
            this.item = item;
        }

        @Override
        public int read(char[] buffer, int offset, int length) {
            if (rest.isEmpty()) {
                rest = (count == 0 ? "" : ",") + item.replace("#", Integer.toString(count));
                count++;
            }
            int read = Math.min(length, rest.length());
            rest.getChars(0, read, buffer, offset);
            rest = rest.substring(read);
            return read;
        }

        @Override
        public void close() {}
    }
}
