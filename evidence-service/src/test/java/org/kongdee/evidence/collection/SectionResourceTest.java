package org.kongdee.evidence.collection;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.kongdee.evidence.Api.as;
import static org.kongdee.evidence.Api.place;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.kongdee.evidence.Api;
import org.kongdee.evidence.Api.Place;
import org.kongdee.evidence.Feed;
import org.kongdee.test.StackResource;

/** The sections of an enrolled unit change while evidence is gathered. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class SectionResourceTest {

    private static final String LINK = "\"link\":\"https://www.example.org/\"";
    private static final String NEW =
            "[{\"code\":\"PLAN\",\"title\":{\"en\":\"Planning\",\"th\":\"แผนงาน\"}},{\"code\":\"AUDIT\",\"title\":{\"en\":\"Audit\",\"th\":\"ตรวจสอบ\"}}]";

    @Test
    void anOfficerFilesForANewSectionAtOnceAndForAGoneOneNoMore() {
        Place place = place();
        change(place, NEW).body("changed", equalTo(1));

        file(place, "AUDIT").statusCode(201).body("section", equalTo("AUDIT"));
        file(place, "LEGAL")
                .statusCode(422)
                .body("errors.pointer", contains("/section"))
                .body(
                        "errors[0].detail",
                        equalTo("The unit has no section 'LEGAL'; it has PLAN, AUDIT."));
    }

    @Test
    void whatWasFiledForASectionThatGoesStaysAndCounts() {
        Place place = place();
        String accepted = place.fileLink(place.metadata(LINK));
        String waiting = place.fileLink(place.metadata(LINK));
        String taken = place.fileLink(place.metadata(LINK));
        place.accept(accepted);

        change(place, NEW);

        place.accept(waiting);
        as("officer", place.unit())
                .header("If-Match", "*")
                .delete("/v1/evidence/" + taken)
                .then()
                .statusCode(204);
        as("viewer")
                .get("/v1/evidence/" + accepted)
                .then()
                .body("section", equalTo("LEGAL"))
                .body("status", equalTo("ACCEPTED"));
        as("viewer")
                .get("/v1/collections/%s/facts?unit=%s".formatted(place.collection(), place.unit()))
                .then()
                .body("units[0].slots[0].kinds[0].sections.LEGAL.count", equalTo(2));
        as("service")
                .get(unit(place) + "/items")
                .then()
                .body("items.section", contains("LEGAL", "LEGAL"))
                .body("items.accepted", contains(true, true));
    }

    @Test
    void aNewVersionIsOfASectionThatTheUnitHas() {
        Place place = place();
        String id = place.fileLink(place.metadata(LINK));
        place.accept(id);
        change(place, NEW);

        version(place, id, "LEGAL").statusCode(422).body("errors.pointer", contains("/section"));
        String newer =
                version(place, id, "PLAN")
                        .statusCode(201)
                        .body("replaces", equalTo(id))
                        .extract()
                        .path("id");
        place.accept(newer);

        as("viewer").get("/v1/evidence/" + id).then().body("status", equalTo("SUPERSEDED"));
        as("service").get(unit(place) + "/items").then().body("items.section", contains("PLAN"));
    }

    @Test
    void theFeedTellsOfAUnitWhoseSectionsChangeWhateverItHasFiled() {
        Place place = place();
        String start = Feed.end();

        change(place, NEW);

        String next =
                Feed.after(start)
                        .body("changes.collection", contains(place.collection()))
                        .body("changes.unit", contains(place.unit()))
                        .body("changes[0].slots", hasSize(0))
                        .extract()
                        .path("next");
        change(place, NEW).body("unchanged", equalTo(1));
        Feed.after(next).body("changes", hasSize(0));
        as("service")
                .header("If-Match", "*")
                .body("{\"title\":{\"en\":\"Office\",\"th\":\"สำนัก\"},\"sections\":[]}")
                .put(unit(place))
                .then()
                .statusCode(200);
        Feed.after(next).body("changes.unit", contains(place.unit()));
    }

    @Test
    void theFeedDoesNotTellOfUnitsThatAreEnrolled() {
        Place place = place();
        String start = Feed.end();

        Api.enrol(place.collection(), Api.freshUnit());

        Feed.after(start).body("changes", hasSize(0));
    }

    @Test
    void theFeedTellsOfSlotsBesideTheUnit() {
        Place place = place();
        String start = Feed.end();

        change(place, NEW);
        file(place, "AUDIT").statusCode(201);

        Feed.after(start).body("changes", hasSize(1)).body("changes[0].slots", contains("1.1.2"));
    }

    private static ValidatableResponse change(Place place, String sections) {
        return as("service")
                .body(
                        "[{\"unit\":\"%s\",\"title\":{\"en\":\"Office\",\"th\":\"สำนัก\"},\"sections\":%s}]"
                                .formatted(place.unit(), sections))
                .post("/v1/collections/%s/units".formatted(place.collection()))
                .then()
                .statusCode(200);
    }

    private static String unit(Place place) {
        return "/v1/collections/%s/units/%s".formatted(place.collection(), place.unit());
    }

    private static ValidatableResponse file(Place place, String section) {
        return as("officer", place.unit()).body(evidence(place, section)).post(place.path()).then();
    }

    private static ValidatableResponse version(Place place, String id, String section) {
        return as("officer", place.unit())
                .body(evidence(place, section))
                .post("/v1/evidence/" + id + "/versions")
                .then();
    }

    private static String evidence(Place place, String section) {
        return place.metadata(LINK).replace("LEGAL", section);
    }
}
