package org.kongdee.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The contract that a service serves: beside the one that is published, and what it lacks. */
public final class ServedContract {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String SCHEMAS = "#/components/schemas/";

    /** What says of which kind a value is. */
    private static final List<String> KINDS = List.of("type", "$ref", "oneOf", "anyOf", "allOf");

    /** What Java's regular expressions have, and ECMAScript's have not or read otherwise. */
    private static final Pattern NOT_PORTABLE =
            Pattern.compile("\\(\\?[imsux-]+[:)]|[+*?}]\\+|\\\\[AZzGQEhHRXpP]|&&");

    private static final Pattern CLASS = Pattern.compile("\\[(?:\\\\[^pP]|[^\\]\\\\&])*]");

    private final Path published;
    private final String yaml;
    private final JsonNode served;
    private final Schemas schemas;
    private @Nullable Usage usage;

    /**
     * @param service whose contract it is
     * @param yaml as served
     */
    public ServedContract(String service, String yaml) {
        this.published = file(service);
        this.yaml = yaml;
        this.served = tree(yaml);
        this.schemas = new Schemas(served);
    }

    static Path file(String service) {
        return Path.of("../contracts").resolve(service + ".yaml");
    }

    static JsonNode tree(String yaml) {
        return JSON.valueToTree(
                new Load(LoadSettings.builder().setCodePointLimit(10_000_000).build())
                        .loadFromString(yaml));
    }

    /** Compared as trees: the order of members means nothing, and is not the same in every run. */
    public JsonNode served() {
        return served;
    }

    /** With {@code -Dcontract.update}, the published one is written anew before. */
    public JsonNode published() throws IOException {
        if (System.getProperty("contract.update") != null) {
            Files.writeString(published, yaml);
        }
        return tree(Files.readString(published));
    }

    /** What a reader of the contract, or a client made of it, would miss; a line each. */
    public List<String> lacking() {
        List<String> lacking = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (var path : served.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                if (PublishedContract.METHODS.contains(operation.getKey())) {
                    String name = operation.getKey() + " " + path.getKey();
                    lackingOf(operation.getValue(), operation.getKey(), names)
                            .forEach(fault -> lacking.add(name + ": " + fault));
                }
            }
        }
        if (names.isEmpty()) {
            lacking.add("operations");
        }
        served.at("/components/schemas")
                .properties()
                .forEach(
                        schema ->
                                lackingOf(schema.getKey(), schema.getValue())
                                        .forEach(
                                                fault ->
                                                        lacking.add(
                                                                schema.getKey() + ": " + fault)));
        served.at("/components/examples")
                .properties()
                .forEach(
                        example -> {
                            if (example.getValue()
                                    .path("summary")
                                    .asText()
                                    .equals(example.getKey())) {
                                lacking.add(example.getKey() + ": a title of this type of problem");
                            }
                        });
        served.findValuesAsText("pattern").stream()
                .filter(
                        pattern ->
                                NOT_PORTABLE
                                        .matcher(CLASS.matcher(pattern).replaceAll("[]"))
                                        .find())
                .forEach(pattern -> lacking.add(pattern + ": a pattern that ECMAScript reads too"));
        if (served.path("servers").isEmpty()) {
            lacking.add("servers");
        }
        return lacking;
    }

    private List<String> lackingOf(JsonNode operation, String method, Set<String> names) {
        List<String> lacking = new ArrayList<>();
        if (operation.path("summary").asText().isBlank()) {
            lacking.add("a summary");
        }
        if (operation.path("tags").size() != 1) {
            lacking.add("one tag");
        }
        if (!names.add(operation.path("operationId").asText(""))) {
            lacking.add("a name of its own, by which generated clients call it");
        }
        for (JsonNode parameter : operation.path("parameters")) {
            String name = parameter.path("name").asText();
            if (parameter.path("description").asText().isBlank()) {
                lacking.add("a description of " + name);
            }
            if (parameter.path("required").asBoolean() && !parameter.has("example")) {
                lacking.add("an example of " + name);
            }
        }
        JsonNode body = operation.path("requestBody").path("content");
        if (!body.isMissingNode() && !hasExample(body)) {
            lacking.add("an example of its body");
        }
        JsonNode answers = operation.path("responses");
        if (!answers.has("default")) {
            lacking.add("what is refused before it runs");
        }
        for (var answer : answers.properties()) {
            if (answer.getKey().equals("500")) {
                lacking.add("a promise not to fail");
            }
            JsonNode content = answer.getValue().path("content");
            if (content.size() > 1) {
                lacking.add("one type for " + answer.getKey());
            }
            if (!content.isMissingNode()
                    && !method.equals("head")
                    && content.findValue("schema") == null) {
                lacking.add("a schema of " + answer.getKey());
            }
            JsonNode json = content.path("application/json");
            if (!json.isMissingNode()
                    && !isExampled(json.path("schema"))
                    && !json.has("examples")) {
                lacking.add("an example of " + answer.getKey());
            }
        }
        return lacking;
    }

    private List<String> lackingOf(String name, JsonNode schema) {
        List<String> lacking = new ArrayList<>();
        if (name.matches(".*[0-9]")) {
            lacking.add("a name");
        }
        JsonNode members = schema.path("properties");
        if (schema.path("description").asText().isBlank() && !schema.has("format")) {
            lacking.add("a description");
        }
        Set<String> required = new HashSet<>();
        schema.path("required").forEach(member -> required.add(member.asText()));
        boolean answered = usage().answered().contains(name);
        for (var member : members.properties()) {
            JsonNode value = member.getValue();
            if (value.path("description").asText().isBlank()) {
                lacking.add(member.getKey() + " has no description");
            }
            if (!value.isEmpty() && KINDS.stream().noneMatch(value::has)) {
                lacking.add(member.getKey() + " has no type");
            }
            if (answered && !required.contains(member.getKey())) {
                lacking.add(member.getKey() + " is always there in answers, and so required");
            }
            if (answered && usage().asked().contains(name) && isNullable(value)) {
                lacking.add(
                        member.getKey()
                                + " may be left out of a request, but not of an answer: two schemas");
            }
        }
        if (usage().asked().contains(name)
                && !members.isEmpty()
                && !schema.has("additionalProperties")) {
            lacking.add("that unknown members are refused");
        }
        for (JsonNode example : schema.path("examples")) {
            JsonNode reference = JSON.createObjectNode().put("$ref", SCHEMAS + name);
            schemas.of(reference)
                    .validate(example)
                    .forEach(fault -> lacking.add("an example that fits: " + fault));
        }
        return lacking;
    }

    /**
     * Whether who shows it has something to show: of the schema, or of what a list or page is of.
     */
    private boolean isExampled(JsonNode schema) {
        JsonNode named = schemas.resolve(schema);
        JsonNode listed = named.has("items") ? named : named.at("/properties/items");
        JsonNode options = named.path("anyOf");
        return named.has("examples")
                || listed.has("items") && isExampled(listed.path("items"))
                || !options.isEmpty() && isExampled(options.path(0));
    }

    private static boolean isNullable(JsonNode value) {
        for (JsonNode type : value.path("type")) {
            if (type.asText().equals("null")) {
                return true;
            }
        }
        for (JsonNode option : value.path("anyOf")) {
            if (option.path("type").asText().equals("null")) {
                return true;
            }
        }
        return false;
    }

    /** Which named schemas requests and answers reach. */
    private record Usage(Set<String> asked, Set<String> answered) {}

    private Usage usage() {
        Usage found = usage;
        if (found == null) {
            found = new Usage(new HashSet<>(), new HashSet<>());
            for (JsonNode path : served.path("paths")) {
                for (JsonNode operation : path) {
                    reach(operation.path("requestBody"), found.asked());
                    reach(operation.path("responses"), found.answered());
                }
            }
            usage = found;
        }
        return found;
    }

    private void reach(JsonNode node, Set<String> reached) {
        for (String ref : node.findValuesAsText("$ref")) {
            if (ref.startsWith(SCHEMAS) && reached.add(ref.substring(SCHEMAS.length()))) {
                reach(served.at(ref.substring(1)), reached);
            }
        }
    }

    /** Of the body, of its schema, or of the fields of a form. */
    private boolean hasExample(JsonNode content) {
        for (JsonNode type : content) {
            JsonNode schema = served.at(type.path("schema").path("$ref").asText("#").substring(1));
            if (type.findValue("example") != null
                    || type.findValue("examples") != null
                    || schema.has("example")
                    || schema.has("examples")) {
                return true;
            }
        }
        return false;
    }
}
