package org.kongdee.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.kongdee.test.ServedContract;

/** The published contract is what the service serves. {@code -Dcontract.update} writes it anew. */
@QuarkusTest
@LocalStack
class ContractTest {

    private static ServedContract contract() {
        return new ServedContract(
                "notification-service",
                given().accept("application/yaml")
                        .get("/q/openapi")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
    }

    @Test
    void isTheOneThatIsPublished() throws IOException {
        ServedContract contract = contract();

        assertThat(contract.served())
                .as("-Dcontract.update writes it anew")
                .isEqualTo(contract.published());
    }

    @Test
    void describesEveryOperation() {
        assertThat(contract().lacking()).isEmpty();
    }
}
