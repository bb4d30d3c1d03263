package org.kongdee.rubric;

import static org.hamcrest.Matchers.startsWith;
import static org.kongdee.rubric.Api.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kongdee.test.NegotiationTests;
import org.kongdee.test.StackResource;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class NegotiationResourceTest extends NegotiationTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    */*                                                  | application/json
                    application/x-ndjson                                 | application/x-ndjson
                    application/x-ndjson;q=0.1, application/json         | application/json
                    application/json;q=0.1, application/x-ndjson;q=0.2   | application/x-ndjson
                    text/html, application/x-ndjson, */*;q=0.1           | application/x-ndjson
                    application/json;q=0, */*                            | application/x-ndjson
                    """)
    void answersInTheTypeThatIsPreferred(String accept, String type) {
        as("organiser")
                .accept(accept)
                .get("/v1/units")
                .then()
                .statusCode(200)
                .contentType(startsWith(type));
    }

    @Test
    void saysWhichTypesOfBodyAreTaken() {
        saysWhatIsTaken(
                "POST",
                "/v1/units",
                "application/json, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,"
                        + " application/x-ndjson, text/csv");
    }
}
