package org.kongdee.rubric;

import static org.kongdee.rubric.Api.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.kongdee.test.CorsTests;
import org.kongdee.test.StackResource;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class CorsResourceTest extends CorsTests {

    CorsResourceTest() {
        super("/v1/units");
    }

    @Test
    void sharesARefusalBeforeTheBodyIsRead() {
        shared(
                as("organiser")
                        .header("Origin", StackResource.ORIGIN)
                        .body(" ".repeat(11_000_000))
                        .put("/v1/units/x")
                        .then()
                        .statusCode(413));
    }
}
