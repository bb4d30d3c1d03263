package org.kongdee.rubric.rubric;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kongdee.rubric.Contest;
import org.kongdee.rubric.document.Reading;
import org.kongdee.rubric.document.Rubric;
import org.kongdee.rubric.document.RubricDocument;

/** What the contract says of documents is what the schema by which they are checked says. */
class DocumentFormsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"division-contest-2565", "ita-2564"})
    void takesTheBuiltInRubrics(String file) throws JsonProcessingException {
        assertThat(forms().validate(builtIn(file))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"scheme\":\"ladder\"}",
                "{\"scheme\":\"ladder\",\"rungs\":[{\"points\":1}]}",
                "{\"scheme\":\"numeric\",\"min\":0,\"max\":1,\"points\":1}",
                "{\"scheme\":\"binary\",\"points\":1,\"aggregate\":\"sum\"}",
                "{\"scheme\":\"stairs\"}",
                "{\"scheme\":\"tiers\",\"tiers\":[{\"code\":\"a\",\"title\":{\"en\":\"A\",\"th\":\"A\"},\"points\":1,\"variants\":[{\"code\":\"near\",\"title\":{\"en\":\"Near\"},\"points\":1}]}]}",
                "{\"scheme\":\"composite\",\"parts\":[],\"zero\":{\"en\":\"None\"}}",
                "{\"scheme\":\"ladder\",\"rungs\":[{\"points\":1,\"title\":{}}]}",
                "{\"scheme\":\"binary\",\"points\":1,\"owners\":[\"LEGAL\"]}",
                "{\"scheme\":\"binary\",\"points\":1,\"deadlines\":[{\"code\":\"1\",\"due\":\"--01-15\",\"title\":{\"en\":\"Due\"}}]}"
            })
    void refusesWhatTheSchemaRefuses(String criterion) throws JsonProcessingException {
        ObjectNode document = (ObjectNode) JSON.readTree(Examples.RUBRIC);
        assertThat(forms().validate(document)).isEmpty();
        ObjectNode changed = (ObjectNode) JSON.readTree(criterion);
        changed.put("code", "1").set("title", document.path("title"));
        document.putArray("nodes").add(changed);

        assertThat(forms().validate(document)).isNotEmpty();
        assertThat(RubricDocument.parse(document.toString())).isInstanceOf(Reading.Refused.class);
    }

    @Test
    void takesAGroupOfGroups() throws JsonProcessingException {
        ObjectNode document = (ObjectNode) JSON.readTree(Examples.RUBRIC);
        JsonNode criterion = document.at("/nodes/0");
        for (String code : new String[] {"B", "A"}) {
            ObjectNode group = JSON.createObjectNode().put("code", code).put("aggregate", "sum");
            group.set("title", document.path("title"));
            group.putArray("nodes").add(criterion);
            criterion = group;
        }
        document.putArray("nodes").add(criterion);

        assertThat(forms().validate(document)).isEmpty();
    }

    private static JsonSchema forms() throws JsonProcessingException {
        ObjectNode root = JSON.createObjectNode();
        root.put("$ref", DocumentForms.PLACE + DocumentForms.DOCUMENT);
        ObjectNode schemas = root.putObject("components").putObject("schemas");
        DocumentForms.of(
                        (ObjectNode) JSON.readTree(RubricDocument.schema()),
                        DocumentForms.DOCUMENT,
                        "Rubric")
                .forEach(schemas::set);
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(root);
    }

    private static JsonNode builtIn(String file) throws JsonProcessingException {
        Reading<Rubric> reading = RubricDocument.parse(Contest.builtIn(file));
        return JSON.readTree(RubricDocument.toJson(((Reading.Accepted<Rubric>) reading).content()));
    }
}
