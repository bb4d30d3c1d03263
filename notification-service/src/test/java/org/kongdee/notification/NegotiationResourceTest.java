package org.kongdee.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.startsWith;
import static org.kongdee.notification.Api.as;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.kongdee.test.OddHeaders;
import org.kongdee.test.OddHeaders.Operation;

/** Whatever types a caller names, it is never taken for a fault of ours. */
@QuarkusTest
@LocalStack
class NegotiationResourceTest {

    private static OddHeaders oddHeaders() {
        return new OddHeaders(URI.create(RestAssured.baseURI + ":" + RestAssured.port));
    }

    static Stream<Operation> reads() {
        return OddHeaders.reads("notification-service");
    }

    static Stream<Operation> writes() {
        return OddHeaders.writes("notification-service");
    }

    @ParameterizedTest
    @MethodSource("reads")
    void disregardsAnAcceptThatCannotBeReadWhenReading(Operation operation) {
        assertThat(oddHeaders().acceptFaults(operation)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("writes")
    void disregardsAnAcceptThatCannotBeReadWhenWriting(Operation operation) {
        assertThat(oddHeaders().acceptFaults(operation)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("writes")
    void refusesABodyOfNoTypeThatCanBeRead(Operation operation) {
        assertThat(oddHeaders().contentTypeFaults(operation)).isEmpty();
    }

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
                    application/json;q=0, */*                            | text/csv
                    """)
    void answersInTheTypeThatIsPreferred(String accept, String type) {
        as("organiser")
                .accept(accept)
                .get("/v1/reminders")
                .then()
                .statusCode(200)
                .contentType(startsWith(type));
    }

    @Test
    void saysWhichTypesOfBodyAreTaken() {
        as("organiser")
                .contentType("text/plain")
                .body("x")
                .put("/v1/recipients/none")
                .then()
                .statusCode(415)
                .header("Accept", "application/json")
                .body(
                        "detail",
                        endsWith(
                                "type 'text/plain; charset=ISO-8859-1'; it takes application/json."));
    }
}
