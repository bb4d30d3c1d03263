package org.kongdee.evidence;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.kongdee.stack.test.StackResource;
import org.yaml.snakeyaml.Yaml;

/**
 * The published contract is what the service says of itself. {@code -Dcontract.update} writes it
 * anew.
 */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ContractTest {

    private static final Path PUBLISHED = Path.of("../contracts/evidence-service.yaml");

    @Test
    void thePublishedContractIsTheServices() throws IOException {
        String served = served();
        if (System.getProperty("contract.update") != null) {
            Files.createDirectories(PUBLISHED.toAbsolutePath().getParent());
            Files.writeString(PUBLISHED, served);
        }
        // As trees: the order of members means nothing, and is not the same in every run.
        assertThat(tree(Files.readString(PUBLISHED)))
                .as("run with -Dcontract.update to write it anew")
                .isEqualTo(tree(served));
    }

    private static Object tree(String yaml) {
        return new Yaml().load(yaml);
    }

    @Test
    void everyOperationHasASummaryAndSaysWhatItAnswers() {
        String served = served();
        long operations =
                Pattern.compile("^    (get|put|post|patch|delete|head):$", Pattern.MULTILINE)
                        .matcher(served)
                        .results()
                        .count();
        assertThat(operations).isGreaterThan(15);
        assertThat(
                        Pattern.compile("^      summary: ", Pattern.MULTILINE)
                                .matcher(served)
                                .results()
                                .count())
                .isEqualTo(operations);
        assertThat(
                        Pattern.compile("^        \"401\":$", Pattern.MULTILINE)
                                .matcher(served)
                                .results()
                                .count())
                .isEqualTo(operations);
    }

    private static String served() {
        return given().accept("application/yaml")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
