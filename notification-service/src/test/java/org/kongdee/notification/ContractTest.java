package org.kongdee.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The published contract is what the service serves. {@code -Dcontract.update} writes it anew. */
@QuarkusTest
@LocalStack
class ContractTest {

    private static final Path PUBLISHED = Path.of("../contracts/notification-service.yaml");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    private static String served() {
        return given().get("/q/openapi").then().statusCode(200).extract().asString();
    }

    private static JsonNode document() throws IOException {
        return new ObjectMapper()
                .readTree(given().queryParam("format", "json").get("/q/openapi").asString());
    }

    @Test
    void isTheOneThatIsPublished() throws IOException {
        if (System.getProperty("contract.update") != null) {
            Files.writeString(PUBLISHED, served());
        }

        JsonNode published = new YAMLMapper().readTree(PUBLISHED.toFile());
        assertThat(document()).as("-Dcontract.update writes it anew").isEqualTo(published);
    }

    @Test
    void everyOperationHasASummaryAndSaysWhatCanGoWrong() throws IOException {
        List<String> poor = new ArrayList<>();
        document()
                .get("paths")
                .properties()
                .forEach(
                        path ->
                                path.getValue()
                                        .properties()
                                        .forEach(
                                                operation -> {
                                                    JsonNode o = operation.getValue();
                                                    if (METHODS.contains(operation.getKey())
                                                            && (!o.hasNonNull("summary")
                                                                    || !o.path("responses")
                                                                            .has("400")
                                                                    || !o.path("responses")
                                                                            .has("500")
                                                                    || !o.hasNonNull(
                                                                            "operationId"))) {
                                                        poor.add(
                                                                operation.getKey()
                                                                        + " "
                                                                        + path.getKey());
                                                    }
                                                }));

        assertThat(poor).isEmpty();
    }

    @Test
    void operationIdsAreUnique() throws IOException {
        List<String> ids = document().findValuesAsText("operationId");

        assertThat(ids).isNotEmpty().doesNotHaveDuplicates();
    }
}
