package org.kongdee.web.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.RecordComponentInfo;
import org.kongdee.web.json.Dates;
import org.kongdee.web.text.Text;

/**
 * Completes the named schemas. Every member of an answer is there, {@code null} where there is
 * nothing; a request may leave out what may be null. What requests take is closed, as the services
 * refuse unknown members.
 */
final class Schemas {

    private final Types types;
    private final Words words;
    private final Usage usage;

    Schemas(Types types, Words words, Usage usage) {
        this.types = types;
        this.words = words;
        this.usage = usage;
    }

    void complete(OpenAPI api) {
        new TreeMap<>(api.getComponents().getSchemas()).forEach(this::complete);
        Schema date = api.getComponents().getSchemas().get("LocalDate");
        if (date != null) {
            date.setDescription(
                    "ISO 8601, Gregorian; a year from 2400 on is taken for one of the Buddhist era and refused");
            date.setPattern(Dates.PATTERN);
        }
    }

    private void complete(String name, Schema schema) {
        Map<String, Schema> members = schema.getProperties();
        if (members == null || members.isEmpty()) {
            if (usage.asked().contains(name)) {
                Texts.tell(schema, Text.LINE);
            }
            types.enumOf(name).ifPresent(type -> describe(schema, type));
            return;
        }
        Optional<ClassInfo> type = types.recordOf(name, members.keySet());
        type.ifPresent(found -> describe(schema, found));
        Map<String, RecordComponentInfo> components = type.map(Types::components).orElse(Map.of());
        List<String> required = new ArrayList<>();
        Map<String, Schema> completed = new LinkedHashMap<>();
        members.forEach(
                (member, value) -> {
                    RecordComponentInfo component = components.get(member);
                    boolean nullable = component != null && Types.isNullable(component);
                    describe(value, name, member, type);
                    if (member.equals("timeZone")) {
                        // No format of JSON Schema's; a name of the tz database.
                        value.setFormat("time-zone");
                    }
                    if (usage.asked().contains(name)) {
                        boolean several = component != null && Types.isMultiline(component);
                        Texts.tell(value, several ? Text.LINES : Text.LINE);
                    }
                    completed.put(member, nullable ? orNull(value) : value);
                    if (component != null && isRequired(name, component, nullable)) {
                        required.add(member);
                    }
                });
        schema.setProperties(completed);
        if (!required.isEmpty()) {
            schema.setRequired(required);
        }
        if (usage.asked().contains(name) && schema.getAdditionalPropertiesSchema() == null) {
            schema.setAdditionalPropertiesBoolean(false);
        }
    }

    private boolean isRequired(String name, RecordComponentInfo component, boolean nullable) {
        return usage.answered().contains(name) || !nullable && !Types.hasDefault(component);
    }

    private void describe(Schema schema, ClassInfo type) {
        if (schema.getDescription() == null) {
            words.of(type.name().toString()).ifPresent(schema::setDescription);
        }
    }

    private void describe(Schema value, String schema, String member, Optional<ClassInfo> type) {
        if (value.getDescription() == null) {
            words.of(
                            type.map(found -> found.name() + "#" + member).orElse(""),
                            schema + "." + member,
                            member)
                    .ifPresent(value::setDescription);
        }
    }

    /** What may be null as well: of a named schema as an alternative, else by its type. */
    private static Schema orNull(Schema schema) {
        if (schema.getRef() == null) {
            if (schema.getType() != null && !schema.getType().contains(SchemaType.NULL)) {
                schema.addType(SchemaType.NULL);
            }
            return schema;
        }
        return OASFactory.createSchema()
                .anyOf(
                        List.of(
                                OASFactory.createSchema().ref(schema.getRef()),
                                OASFactory.createSchema().type(List.of(SchemaType.NULL))))
                .description(schema.getDescription());
    }
}
