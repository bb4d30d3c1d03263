package org.kongdee.test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import io.restassured.RestAssured;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kongdee.test.PublishedContract.Operation;

/**
 * Whatever types a caller names, it is never taken for a fault of ours. The same in every service,
 * each of which runs these with all operations of its contract.
 */
public abstract class NegotiationTests {

    private static OddHeaders oddHeaders() {
        return new OddHeaders(URI.create(RestAssured.baseURI + ":" + RestAssured.port));
    }

    static Stream<Operation> reads() {
        return operations().filter(each -> each.method().equals("GET"));
    }

    static Stream<Operation> writes() {
        return operations().filter(each -> !List.of("GET", "HEAD").contains(each.method()));
    }

    private static Stream<Operation> operations() {
        return PublishedContract.ofThisModule().orElseThrow().operations().stream();
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

    /** Sends a text where none is taken, and looks whether it is told what is. */
    protected static void saysWhatIsTaken(String method, String path, String taken) {
        given().auth()
                .oauth2(TestTokens.token("organiser"))
                .contentType("text/plain")
                .body("x")
                .request(method, path)
                .then()
                .statusCode(415)
                .header("Accept", taken)
                .body(
                        "detail",
                        endsWith(
                                "type 'text/plain; charset=ISO-8859-1'; it takes %s."
                                        .formatted(taken)));
    }
}
