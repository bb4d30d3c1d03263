package org.kongdee.rubric.rubric;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * The JSON Schema of documents in terms that generated clients understand: where it narrows a
 * definition by conditions, there is a choice of closed forms, each with a name. Objects have
 * names; texts, numbers and lists stand where they are used.
 */
final class DocumentForms {

    static final String DOCUMENT = "RubricDocument";

    static final String PLACE = "#/components/schemas/";

    private static final String DEFINITIONS = "#/$defs/";
    private static final List<String> CONDITIONS = List.of("allOf", "if", "then", "else");

    private final JsonNode definitions;
    private final String prefix;
    private final Map<String, ObjectNode> forms = new TreeMap<>();

    private DocumentForms(JsonNode schema, String prefix) {
        this.definitions = schema.path("$defs");
        this.prefix = prefix;
    }

    /**
     * The forms by their names.
     *
     * @param document what a whole document is called
     * @param prefix what the names of its parts begin with
     */
    static Map<String, ObjectNode> of(ObjectNode schema, String document, String prefix) {
        var forms = new DocumentForms(schema, prefix);
        forms.add(document, schema.deepCopy().without(List.of("$schema", "$id", "$defs", "title")));
        forms.definitions
                .properties()
                .forEach(
                        each -> {
                            if (isNamed(each.getValue())) {
                                forms.add(forms.name(each.getKey()), (ObjectNode) each.getValue());
                            }
                        });
        forms.flatten();
        return forms.forms;
    }

    /** No choice leads to another: generators of clients stop at the first. */
    private void flatten() {
        Set<String> passed = new HashSet<>();
        for (ObjectNode form : forms.values()) {
            if (form.has("oneOf")) {
                ArrayNode flat = form.arrayNode();
                for (JsonNode choice : form.path("oneOf")) {
                    String name = choice.path("$ref").asText().substring(PLACE.length());
                    JsonNode inner = Objects.requireNonNull(forms.get(name), name).path("oneOf");
                    if (inner.isMissingNode()) {
                        flat.add(form.objectNode().set("$ref", choice.path("$ref")));
                    } else {
                        inner.forEach(flat::add);
                        passed.add(name);
                    }
                }
                form.set("oneOf", flat);
            }
        }
        passed.forEach(forms::remove);
    }

    private static boolean isNamed(JsonNode definition) {
        return definition.has("properties") || definition.has("if");
    }

    private String name(String definition) {
        return prefix + capitalised(definition);
    }

    private void add(String name, ObjectNode definition) {
        ObjectNode form;
        if (definition.has("allOf")) {
            form = oneOf(definition, byScheme(definition));
            form.set("discriminator", discriminator(definition));
        } else if (definition.has("if") && definition.has("properties")) {
            form = oneOf(definition, byMember(name, definition));
        } else if (definition.has("if")) {
            form =
                    oneOf(
                            definition,
                            JsonNodeFactory.instance
                                    .arrayNode()
                                    .add(definition.path("then"))
                                    .add(definition.path("else")));
        } else {
            form = definition;
        }
        forms.put(name, (ObjectNode) resolved(form));
    }

    /** A choice that is narrowed by a condition for each scheme. */
    private ArrayNode byScheme(ObjectNode definition) {
        ArrayNode choices = definition.arrayNode();
        for (JsonNode branch : definition.path("allOf")) {
            String scheme = scheme(branch);
            ObjectNode form = narrowed(definition, branch.path("then"));
            ((ObjectNode) form.at("/properties/scheme")).putArray("enum").add(scheme);
            choices.add(placed(name(scheme), form));
        }
        return choices;
    }

    private ObjectNode discriminator(ObjectNode definition) {
        ObjectNode discriminator = definition.objectNode().put("propertyName", "scheme");
        ObjectNode mapping = discriminator.putObject("mapping");
        for (JsonNode branch : definition.path("allOf")) {
            String scheme = scheme(branch);
            mapping.put(scheme, PLACE + name(scheme));
        }
        return discriminator;
    }

    private static String scheme(JsonNode branch) {
        return branch.at("/if/properties/scheme/const").asText();
    }

    /** A choice by whether the member is there that the condition requires. */
    private ArrayNode byMember(String name, ObjectNode definition) {
        JsonNode member = definition.at("/if/required/0");
        ObjectNode with = narrowed(definition, definition.path("then"));
        ((ArrayNode) with.path("required")).add(member);
        ObjectNode without = narrowed(definition, definition.path("else"));
        ((ObjectNode) without.path("properties")).remove(member.asText());
        return definition
                .arrayNode()
                .add(placed(name + "With" + capitalised(member.asText()), with))
                .add(placed(name + "Without" + capitalised(member.asText()), without));
    }

    private static String capitalised(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private JsonNode placed(String name, ObjectNode form) {
        add(name, form);
        return form.objectNode().put("$ref", PLACE + name);
    }

    private static ObjectNode oneOf(ObjectNode definition, ArrayNode choices) {
        ObjectNode form = definition.objectNode();
        form.set("description", definition.path("description"));
        form.set("oneOf", choices);
        return form;
    }

    /** A definition without what a branch forbids, and with what it requires. */
    private static ObjectNode narrowed(ObjectNode definition, JsonNode branch) {
        ObjectNode form = definition.deepCopy().without(CONDITIONS);
        branch.path("properties")
                .properties()
                .forEach(member -> ((ObjectNode) form.path("properties")).remove(member.getKey()));
        branch.path("required").forEach(((ArrayNode) form.path("required"))::add);
        if (branch.has("description")) {
            form.set("description", branch.path("description"));
        }
        return form;
    }

    /** The same, with every reference led to its form, or to what it stands for. */
    private JsonNode resolved(JsonNode node) {
        if (node.isArray()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            node.forEach(each -> list.add(resolved(each)));
            return list;
        }
        if (!(node instanceof ObjectNode given)) {
            return node;
        }
        ObjectNode told = given.objectNode();
        given.properties()
                .forEach(
                        member -> {
                            if (!member.getKey().equals("$ref")) {
                                told.set(member.getKey(), resolved(member.getValue()));
                            }
                        });
        if (!told.has("type") && (told.has("properties") || told.has("enum"))) {
            told.put("type", told.has("enum") ? "string" : "object");
        }
        String reference = given.path("$ref").asText("");
        if (reference.startsWith(DEFINITIONS)) {
            String name = reference.substring(DEFINITIONS.length());
            JsonNode definition = definitions.path(name);
            ObjectNode meant =
                    isNamed(definition)
                            ? given.objectNode()
                                    .put("$ref", PLACE + name(name))
                                    .<ObjectNode>set("description", definition.path("description"))
                            : (ObjectNode) resolved(definition);
            return meant.setAll(told);
        }
        return reference.isEmpty() ? told : told.put("$ref", reference);
    }
}
