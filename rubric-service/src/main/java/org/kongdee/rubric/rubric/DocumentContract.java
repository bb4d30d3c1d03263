package org.kongdee.rubric.rubric;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Discriminator;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.kongdee.rubric.document.PlanDocument;
import org.kongdee.rubric.document.RubricDocument;

/**
 * Puts documents into the contract, from the JSON Schemas by which they are checked; before {@link
 * org.kongdee.web.contract.Contract} completes all that is there.
 */
@OpenApiFilter(stages = RunStage.BUILD, priority = 2)
public class DocumentContract implements OASFilter {

    /** What a unit's plan is called in the contract. */
    public static final String PLAN = "PlanDocument";

    /** What is planned for one criterion. */
    public static final String PLAN_ENTRY = PLAN + "Entry";

    /**
     * Marks what is answered as it was written: a member that says nothing is not there, unlike
     * anywhere else.
     */
    private static final String AS_WRITTEN = "x-as-written";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        add(api, RubricDocument.schema(), DocumentForms.DOCUMENT, "Rubric");
        add(api, PlanDocument.schema(), PLAN, PLAN);
    }

    private static void add(OpenAPI api, String schema, String document, String prefix) {
        DocumentForms.of(tree(schema), document, prefix)
                .forEach(
                        (name, form) ->
                                api.getComponents()
                                        .addSchema(
                                                name,
                                                schema(form).extensions(Map.of(AS_WRITTEN, true))));
    }

    private static ObjectNode tree(String schema) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(schema);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the published schema is JSON", e);
        }
    }

    private static Schema schema(JsonNode json) {
        Schema schema = OASFactory.createSchema();
        json.properties().forEach(member -> set(schema, member.getKey(), member.getValue()));
        return schema;
    }

    private static void set(Schema schema, String keyword, JsonNode value) {
        switch (keyword) {
            case "$ref" -> schema.setRef(value.asText());
            case "type" ->
                    schema.addType(SchemaType.valueOf(value.asText().toUpperCase(Locale.ROOT)));
            case "enum" -> value.forEach(each -> schema.addEnumeration(each.asText()));
            case "required" -> value.forEach(each -> schema.addRequired(each.asText()));
            case "properties" ->
                    value.properties()
                            .forEach(
                                    each ->
                                            schema.addProperty(
                                                    each.getKey(), schema(each.getValue())));
            case "items" -> schema.setItems(schema(value));
            case "oneOf" -> value.forEach(each -> schema.addOneOf(schema(each)));
            case "propertyNames" -> schema.setPropertyNames(schema(value));
            case "additionalProperties" -> {
                if (value.isBoolean()) {
                    schema.setAdditionalPropertiesBoolean(value.booleanValue());
                } else {
                    schema.setAdditionalPropertiesSchema(schema(value));
                }
            }
            case "discriminator" -> {
                Discriminator discriminator =
                        OASFactory.createDiscriminator()
                                .propertyName(value.path("propertyName").asText());
                value.path("mapping")
                        .properties()
                        .forEach(
                                each ->
                                        discriminator.addMapping(
                                                each.getKey(), each.getValue().asText()));
                schema.setDiscriminator(discriminator);
            }
            default ->
                    schema.set(keyword, value.isNumber() ? value.decimalValue() : value.asText());
        }
    }
}
