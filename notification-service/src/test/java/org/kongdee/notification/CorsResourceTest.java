package org.kongdee.notification;

import static org.kongdee.notification.Api.as;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kongdee.test.CorsTests;
import org.kongdee.test.StackResource;

@QuarkusTest
@LocalStack
class CorsResourceTest extends CorsTests {

    CorsResourceTest() {
        super("/v1/recipients");
    }

    @Test
    void sharesARefusalBeforeTheBodyIsRead() {
        shared(
                as("organiser")
                        .header("Origin", StackResource.ORIGIN)
                        .body(" ".repeat(11_000_000))
                        .put("/v1/recipients/x")
                        .then()
                        .statusCode(413));
    }

    @ParameterizedTest
    @ValueSource(strings = {StackResource.ORIGIN, OTHER, "null", "https://kongdee.example"})
    void leavesTheFormsOfLinksAlone(String origin) {
        kept(
                from(origin)
                        .contentType("application/x-www-form-urlencoded")
                        .post("/links/none")
                        .then()
                        .statusCode(404));
    }
}
