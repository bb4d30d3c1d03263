package org.kongdee.rubric;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.kongdee.rubric.Api.as;
import static org.kongdee.rubric.Api.freshUnit;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.kongdee.test.MeTests;
import org.kongdee.test.StackResource;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class MeResourceTest extends MeTests {

    @Test
    void anOfficerIsToldWhatTheUnitIsCalled() {
        String unit = freshUnit();
        as("officer", unit).get("/v1/me").then().body("unitTitle", nullValue());

        Contest.unit(unit);

        as("officer", unit)
                .get("/v1/me")
                .then()
                .body("unitTitle.en", equalTo("Unit"))
                .body("unitTitle.th", equalTo("หน่วยงาน"));
    }
}
