package org.kongdee.evidence;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.kongdee.test.DoorTests;
import org.kongdee.test.StackResource;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class DoorResourceTest extends DoorTests {

    @Override
    protected Response anything(String token) {
        return given().auth().oauth2(token).get("/v1/collections");
    }
}
