package org.kongdee.rubric.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.kongdee.rubric.Api.as;
import static org.kongdee.rubric.Api.freshUnit;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kongdee.test.StackResource;

/** Units as CSV and XLSX, in and out. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class UnitTableResourceTest {

    private static final String CSV = "text/csv";
    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final String HEADER =
            "unit,title.en,title.th,section,section.en,section.th,etag\r\n";

    private static Response post(String type, byte[] body) {
        return as("automation")
                .contentType(type.equals(CSV) ? CSV + "; charset=UTF-8" : type)
                .body(body)
                .post("/v1/units");
    }

    private static Response post(String csv) {
        return post(CSV, csv.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void takesARowForEachSection() {
        String unit = freshUnit();
        String other = freshUnit();

        String csv =
                (HEADER
                                + "@,Office,สำนักงาน,LEGAL,Legal,นิติการ,\r\n"
                                + "#,Division,กอง,,,,\r\n"
                                + "@,Office,สำนักงาน,PLAN,Planning,แผนงาน,\r\n")
                        .replace("@", unit)
                        .replace("#", other);
        post(csv)
                .then()
                .statusCode(200)
                .body("outcomes.line", contains(2, 3))
                .body("outcomes.unit", contains(unit, other))
                .body("outcomes.status", contains(201, 201));

        as("organiser")
                .get("/v1/units/" + unit)
                .then()
                .body("title.th", equalTo("สำนักงาน"))
                .body("sections.code", contains("LEGAL", "PLAN"))
                .body("sections[1].title.th", equalTo("แผนงาน"));
        as("organiser").get("/v1/units/" + other).then().body("sections", hasSize(0));
    }

    @Test
    void aUnitDoesNotLoseASectionByASlip() {
        String unit = freshUnit();
        String csv =
                (HEADER
                                + "@,Office,สำนักงาน,LEGAL,Legal,นิติการ,\r\n"
                                + "@,Office,สำนักงาน,p l a n,Planning,แผนงาน,\r\n"
                                + "@,Bureau,สำนักงาน,PLAN,Planning,แผนงาน,\r\n")
                        .replace("@", unit);

        post(csv)
                .then()
                .statusCode(200)
                .body("outcomes.line", contains(3, 4))
                .body("outcomes.status", contains(400, 400))
                .body("outcomes[0].problem.errors[0].pointer", equalTo("/sections/0/code"))
                .body(
                        "outcomes[1].problem.detail",
                        containsString("must say the same as line 2 of this unit"));
        as("organiser").get("/v1/units/" + unit).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {CSV, XLSX})
    void aListThatIsSentBackChangesNothing(String type) {
        String unit = freshUnit();
        post((HEADER + "@,=Office,สำนักงาน,1-2,Legal,นิติการ,\r\n").replace("@", unit))
                .then()
                .body("outcomes.status", contains(201));

        String before = as("organiser").get("/v1/units/" + unit).header("ETag");
        Response list = as("officer", unit).accept(type).get("/v1/units");
        list.then().statusCode(200);
        assertThat(list.contentType()).startsWith(type);
        assertThat(list.header("Content-Disposition")).startsWith("attachment; filename=\"units.");

        post(type, list.asByteArray())
                .then()
                .statusCode(200)
                .body("outcomes.line", contains(2))
                .body("outcomes.status", contains(200));
        as("organiser")
                .get("/v1/units/" + unit)
                .then()
                .header("ETag", equalTo(before))
                .body("title.en", equalTo("=Office"))
                .body("sections.code", contains("1-2"));
    }
}
