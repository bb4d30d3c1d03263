package org.kongdee.rubric;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kongdee.stack.test.StackResource;

/**
 * The published contract is what the service says of itself; {@code -Dcontract.update} writes it
 * anew.
 */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ContractTest {

    private static final Path PUBLISHED = Path.of("../contracts/rubric-service.yaml");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    @Test
    void thePublishedContractIsTheServices() throws IOException {
        String served =
                given().accept("application/yaml")
                        .get("/q/openapi")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();
        if (System.getProperty("contract.update") != null) {
            Files.createDirectories(PUBLISHED.toAbsolutePath().getParent());
            Files.writeString(PUBLISHED, served);
        }

        assertThat(Files.readString(PUBLISHED))
                .as("run with -Dcontract.update to write it anew")
                .isEqualTo(served);
    }

    @Test
    void everyOperationIsDescribedWithItsProblems() throws IOException {
        var lacking = new ArrayList<String>();
        List<Operation> operations = operations();
        for (Operation operation : operations) {
            JsonNode node = operation.node();
            if (node.path("summary").asText().isBlank()) {
                lacking.add(operation.name() + ": no summary");
            }
            for (String status : List.of("400", "500", "503")) {
                if (!node.path("responses")
                        .path(status)
                        .path("content")
                        .has("application/problem+json")) {
                    lacking.add(operation.name() + ": no problem " + status);
                }
            }
            if (!node.path("security").isEmpty() && !node.path("responses").has("401")) {
                lacking.add(operation.name() + ": no problem 401");
            }
        }

        assertThat(operations).hasSizeGreaterThan(30);
        assertThat(lacking).isEmpty();
    }

    /** Generated clients name their methods by it. */
    @Test
    void everyOperationHasANameOfItsOwn() throws IOException {
        assertThat(operations())
                .extracting(operation -> operation.node().path("operationId").asText())
                .doesNotContain("")
                .doesNotHaveDuplicates();
    }

    @Test
    void everyBodyHasAnExample() throws IOException {
        JsonNode api = api();
        var lacking = new ArrayList<String>();
        for (Operation operation : operations()) {
            JsonNode body = operation.node().path("requestBody");
            if (!body.isMissingNode() && !hasExample(api, body.path("content"))) {
                lacking.add(operation.name());
            }
        }

        assertThat(lacking).isEmpty();
    }

    private static boolean hasExample(JsonNode api, JsonNode content) {
        for (JsonNode type : content) {
            if (type.has("example") || type.has("examples")) {
                return true;
            }
            String ref = type.path("schema").path("$ref").asText();
            JsonNode schema =
                    api.path("components")
                            .path("schemas")
                            .path(ref.substring(ref.lastIndexOf('/') + 1));
            if (schema.has("example") || schema.has("examples")) {
                return true;
            }
        }
        return false;
    }

    private record Operation(String name, JsonNode node) {}

    private static List<Operation> operations() throws IOException {
        var operations = new ArrayList<Operation>();
        api().path("paths")
                .properties()
                .forEach(
                        path ->
                                path.getValue().properties().stream()
                                        .filter(method -> METHODS.contains(method.getKey()))
                                        .forEach(
                                                method ->
                                                        operations.add(
                                                                new Operation(
                                                                        method.getKey()
                                                                                + " "
                                                                                + path.getKey(),
                                                                        method.getValue()))));
        return operations;
    }

    private static JsonNode api() throws IOException {
        return new ObjectMapper().readTree(given().get("/q/openapi?format=json").asByteArray());
    }
}
