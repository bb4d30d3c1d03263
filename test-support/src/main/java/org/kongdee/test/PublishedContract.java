package org.kongdee.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** A contract as it is published, by operations. */
public final class PublishedContract {

    /** Those that a contract tells of, as it writes them. */
    static final Set<String> METHODS = Set.of("get", "head", "put", "post", "patch", "delete");

    private static final Map<String, PublishedContract> KNOWN = new ConcurrentHashMap<>();

    private final Schemas schemas;
    private final List<Operation> operations = new ArrayList<>();

    /**
     * What can be asked of a service.
     *
     * @param method in upper case
     * @param path with its parameters in braces
     * @param node as the contract has it
     */
    public record Operation(
            PublishedContract contract, String method, String path, Pattern fits, JsonNode node) {

        public String id() {
            return node.path("operationId").asText();
        }

        /** What the contract says of an answer, without references; empty if it is not foreseen. */
        Optional<JsonNode> answer(int status) {
            JsonNode answers = node.path("responses");
            JsonNode answer = answers.path(Integer.toString(status));
            if (answer.isMissingNode() && AnswerCheck.BEFORE_IT_RUNS.contains(status)) {
                answer = contract.resolve(answers.path("default"));
            }
            return answer.isMissingNode() ? Optional.empty() : Optional.of(answer);
        }

        /** The types of the problems by which any operation refuses with this status. */
        Set<String> beforeItRuns(int status) {
            Set<String> types = new HashSet<>();
            if (AnswerCheck.BEFORE_IT_RUNS.contains(status)) {
                contract.resolve(node.path("responses").path("default"))
                        .findPath("examples")
                        .fieldNames()
                        .forEachRemaining(types::add);
            }
            return types;
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private PublishedContract(JsonNode tree) {
        this.schemas = new Schemas(tree);
        for (var path : tree.path("paths").properties()) {
            Pattern fits =
                    Pattern.compile(
                            path.getKey().replace(".", "\\.").replaceAll("\\{[^}]+}", "[^/]+"));
            for (var operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    operations.add(
                            new Operation(
                                    this,
                                    operation.getKey().toUpperCase(Locale.ROOT),
                                    path.getKey(),
                                    fits,
                                    operation.getValue()));
                }
            }
        }
    }

    /** That of a service, seen from a module. */
    public static PublishedContract of(String service) {
        return KNOWN.computeIfAbsent(
                service,
                name -> {
                    try {
                        return new PublishedContract(
                                ServedContract.tree(Files.readString(ServedContract.file(name))));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    /** That of the service whose module is being tested; empty in other modules. */
    public static Optional<PublishedContract> ofThisModule() {
        String module = Path.of("").toAbsolutePath().getFileName().toString();
        return Files.exists(ServedContract.file(module))
                ? Optional.of(of(module))
                : Optional.empty();
    }

    public List<Operation> operations() {
        return List.copyOf(operations);
    }

    /** The operation that a request is for. A path without parameters goes before one with them. */
    public Optional<Operation> operation(String method, String path) {
        List<Operation> fitting =
                operations.stream()
                        .filter(each -> each.method().equals(method))
                        .filter(each -> each.fits().matcher(path).matches())
                        .toList();
        return fitting.stream()
                .filter(each -> !each.path().contains("{"))
                .findFirst()
                .or(() -> fitting.stream().findFirst());
    }

    /** What a reference leads to, or the node itself. */
    public JsonNode resolve(JsonNode node) {
        return schemas.resolve(node);
    }

    /** To validate an answer with: no member may come that is not declared. */
    JsonSchema schema(JsonNode schema) {
        return schemas.of(schema);
    }
}
