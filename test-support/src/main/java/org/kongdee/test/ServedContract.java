package org.kongdee.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The contract that a service serves: beside the one that is published, and what it lacks. */
public final class ServedContract {

    private static final Set<String> METHODS =
            Set.of("get", "head", "put", "post", "patch", "delete");

    private final Path published;
    private final String yaml;
    private final JsonNode served;

    /**
     * @param service whose contract it is
     * @param yaml as served
     */
    public ServedContract(String service, String yaml) {
        this.published = file(service);
        this.yaml = yaml;
        this.served = tree(yaml);
    }

    static Path file(String service) {
        return Path.of("../contracts").resolve(service + ".yaml");
    }

    static JsonNode tree(String yaml) {
        return new ObjectMapper()
                .valueToTree(
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
                if (METHODS.contains(operation.getKey())) {
                    String name = operation.getKey() + " " + path.getKey();
                    lackingOf(operation.getValue(), names)
                            .forEach(fault -> lacking.add(name + ": " + fault));
                    if (!operation.getKey().equals("head")) {
                        withoutSchema(operation.getValue())
                                .forEach(status -> lacking.add(name + ": schema of " + status));
                    }
                }
            }
        }
        return names.isEmpty() ? List.of("operations") : lacking;
    }

    private List<String> lackingOf(JsonNode operation, Set<String> names) {
        List<String> lacking = new ArrayList<>();
        if (operation.path("summary").asText().isBlank()) {
            lacking.add("a summary");
        }
        if (!names.add(operation.path("operationId").asText(""))) {
            lacking.add("a name of its own, by which generated clients call it");
        }
        JsonNode body = operation.path("requestBody").path("content");
        if (!body.isMissingNode() && !hasExample(body)) {
            lacking.add("an example of its body");
        }
        JsonNode answers = operation.path("responses");
        List<String> problems = new ArrayList<>(List.of("400", "500"));
        if (!operation.path("security").isEmpty()) {
            problems.add("401");
        }
        for (String status : problems) {
            if (!answers.at("/" + status + "/content").has("application/problem+json")) {
                lacking.add("problem " + status);
            }
        }
        return lacking;
    }

    private static List<String> withoutSchema(JsonNode operation) {
        return operation.path("responses").properties().stream()
                .filter(answer -> answer.getValue().has("content"))
                .filter(answer -> answer.getValue().path("content").findValue("schema") == null)
                .map(Map.Entry::getKey)
                .toList();
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
