package org.kongdee.evidence.item;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.kongdee.evidence.Api.as;
import static org.kongdee.evidence.Api.pdf;
import static org.kongdee.evidence.Api.place;
import static org.kongdee.evidence.Api.upload;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kongdee.evidence.Api;
import org.kongdee.evidence.Api.Place;
import org.kongdee.test.StackResource;
import org.kongdee.test.TestTokens;

/** Nobody reviews what they filed, however they filed it. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ReviewerResourceTest {

    private static final String LINK = "\"link\":\"https://www.example.org/page\"";
    private static final String ACCEPT = "{\"decision\":\"ACCEPT\"}";
    private static final String REJECT = "{\"decision\":\"REJECT\",\"note\":\"too late\"}";

    @Test
    void nobodyReviewsAnItemOfWhichTheyFiledAVersion() {
        Place place = place();
        String first = id(link(place, "anong", "/v1/collections/%s/evidence"));
        String second = version(place, "boonmee", first);
        mayNot(place, second, "anong", "in this or another version");
        mayNot(place, second, "boonmee", "in this or another version");
        review(officer(place, "chai"), second, ACCEPT).statusCode(200);

        String third = version(place, "dao", second);
        mayNot(place, third, "anong", "in this or another version");
        review(officer(place, "chai"), third, REJECT).statusCode(200);

        String beside = version(place, "ekachai", second);
        for (String filer : List.of("anong", "boonmee", "dao", "ekachai")) {
            mayNot(place, beside, filer, "in this or another version");
            review(officer(place, filer), beside, REJECT).statusCode(403);
        }
        review(officer(place, "chai"), beside, ACCEPT).statusCode(200);
    }

    @Test
    void nobodyReviewsAFileThatTheyWereTheFirstInTheUnitToFile() {
        Place place = place();
        byte[] bytes = pdf("passed on " + place);
        String own = file(place, "anong", bytes);
        String again = file(place, "boonmee", bytes);
        String copy =
                id(
                        officer(place, "chai")
                                .body(
                                        place.metadata(
                                                "\"copyFiles\":[{\"item\":\"%s\",\"file\":1}]"
                                                        .formatted(again)))
                                .post(place.path())
                                .then());
        officer(place, "anong")
                .header("If-Match", "*")
                .delete("/v1/evidence/" + own)
                .then()
                .statusCode(204);
        var elsewhere = new Place(place().collection(), place.unit());
        Api.enrol(elsewhere.collection(), elsewhere.unit());
        String inAnother = file(elsewhere, "chai", bytes);

        mayNot(place, again, "anong", "the first in the unit to file");
        mayNot(place, copy, "anong", "the first in the unit to file");
        mayNot(place, inAnother, "anong", "the first in the unit to file");
        review(officer(place, "boonmee"), copy, ACCEPT).statusCode(200);
        review(officer(place, "dao"), again, ACCEPT).statusCode(200);
    }

    @Test
    void whoFiledTheSameFileInAnotherUnitMayReviewIt() {
        Place here = place();
        Place there = place();
        byte[] bytes = pdf("in two units " + here);
        String unused = file(there, "anong", bytes);
        String item = file(here, "boonmee", bytes);

        review(officer(here, "anong"), item, ACCEPT).statusCode(200);
    }

    @Test
    void noRoleLetsAnybodyReviewWhatTheyFiled() {
        for (String mode : List.of("PEER", "INDEPENDENT")) {
            Place place = place(mode);
            byte[] bytes = pdf("by a person of many roles " + place);
            String own = file(place, "anong", bytes);
            String passedOn = file(place, "boonmee", bytes);
            for (String unit : List.of(place.unit(), "EXTERNAL", Api.freshUnit())) {
                for (Set<String> roles :
                        List.of(
                                Set.of("assessor"),
                                Set.of("officer", "assessor"),
                                Set.of("officer", "assessor", "organiser"))) {
                    review(person("anong", roles, unit), own, ACCEPT).statusCode(403);
                    review(person("anong", roles, unit), passedOn, REJECT).statusCode(403);
                }
            }
            review(person("chai", Set.of("assessor"), "EXTERNAL"), own, ACCEPT).statusCode(200);
            review(person("chai", Set.of("assessor"), "EXTERNAL"), passedOn, ACCEPT)
                    .statusCode(200);
        }
    }

    private static RequestSpecification officer(Place place, String subject) {
        return as(subject, "officer", place.unit());
    }

    private static RequestSpecification person(String subject, Set<String> roles, String unit) {
        return given().auth()
                .oauth2(TestTokens.token(subject, roles, unit, List.of("evidence-service")))
                .contentType(ContentType.JSON);
    }

    private static ValidatableResponse review(
            RequestSpecification by, String item, String decision) {
        return by.body(decision).post("/v1/evidence/" + item + "/review").then();
    }

    private static void mayNot(Place place, String item, String subject, String why) {
        review(officer(place, subject), item, ACCEPT)
                .statusCode(403)
                .body("type", equalTo("https://kongdee.org/problems/forbidden"))
                .body("detail", containsString(why));
    }

    private static ValidatableResponse link(Place place, String subject, String path) {
        return officer(place, subject)
                .body(place.metadata(LINK))
                .post(path.formatted(place.collection()))
                .then();
    }

    private static String version(Place place, String subject, String of) {
        return id(link(place, subject, "/v1/evidence/" + of + "/versions"));
    }

    private static String file(Place place, String subject, byte[] bytes) {
        return id(
                upload(subject, place.unit(), place.metadata(""))
                        .multiPart("file", "a.pdf", bytes)
                        .post(place.files())
                        .then());
    }

    private static String id(ValidatableResponse filed) {
        return filed.statusCode(201).extract().path("id");
    }
}
