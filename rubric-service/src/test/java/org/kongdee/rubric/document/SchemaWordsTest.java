package org.kongdee.rubric.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kongdee.web.text.Language;

class SchemaWordsTest {

    static List<String> schemas() {
        return List.of(RubricDocument.schema(), PlanDocument.schema());
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void allThatASchemaNarrowsIsSaidInBothLanguages(String schema) throws JsonProcessingException {
        List<JsonNode> narrowing = new ArrayList<>();
        collect(new ObjectMapper().readTree(schema), narrowing);

        assertThat(narrowing)
                .isNotEmpty()
                .allSatisfy(
                        part -> {
                            String english = part.path("description").asText();
                            assertThat(SchemaWords.of(part)).hasToString(english);
                            assertThat(SchemaWords.of(part).in(Language.TH)).isNotEqualTo(english);
                        });
    }

    /** What has a pattern, and what has no place for a field that there is elsewhere. */
    private static void collect(JsonNode node, List<JsonNode> narrowing) {
        boolean forbids =
                StreamSupport.stream(node.path("properties").spliterator(), false)
                        .anyMatch(field -> field.isBoolean() && !field.booleanValue());
        if (node.path("pattern").isTextual() || forbids) {
            narrowing.add(node);
        }
        node.forEach(inner -> collect(inner, narrowing));
    }
}
