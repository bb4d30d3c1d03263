package org.kongdee.rubric;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.kongdee.test.ServedContract;
import org.kongdee.test.StackResource;

/** The published contract is what the service serves. {@code -Dcontract.update} writes it anew. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ContractTest {

    private static ServedContract contract() {
        return new ServedContract(
                "rubric-service",
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
        ServedContract contract = contract();

        assertThat(contract.lacking())
                .filteredOn(lack -> !isLeftOutAsWritten(lack, contract))
                .isEmpty();
    }

    /** A rubric document is answered as it was written: what says nothing is not there. */
    private static boolean isLeftOutAsWritten(String lack, ServedContract contract) {
        String schema = lack.substring(0, Math.max(0, lack.indexOf(':')));
        return lack.endsWith(" is always there in answers, and so required")
                && contract.served().at("/components/schemas").path(schema).has("x-as-written");
    }
}
