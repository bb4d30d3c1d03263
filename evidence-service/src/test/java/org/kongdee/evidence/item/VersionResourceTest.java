package org.kongdee.evidence.item;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.kongdee.evidence.Api.as;
import static org.kongdee.evidence.Api.place;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.kongdee.evidence.Api.Place;
import org.kongdee.test.StackResource;

/** Of all versions of an item at most one counts, and at most one waits. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class VersionResourceTest {

    private static final String LINK = "\"link\":\"https://www.example.org/\"";

    @Test
    void aVersionOfOneThatWaitedTakesThePlaceOfTheAcceptedOne() {
        Place place = place();
        String first = place.fileLink(place.metadata(LINK));
        place.accept(first);
        String second = version(place, first).statusCode(201).extract().path("id");
        String third = version(place, second).statusCode(201).extract().path("id");

        counted(place, "", 1);
        counted(place, "&include=pending", 1);
        items(place)
                .body("items.find { it.id == '%s' }.withPending".formatted(first), equalTo(false))
                .body("items.find { it.id == '%s' }.withPending".formatted(third), equalTo(true));
        place.accept(third);

        counted(place, "", 1);
        status(first, "SUPERSEDED");
        status(third, "ACCEPTED");
    }

    @Test
    void aVersionOfARejectedOneTakesThePlaceOfTheAcceptedOne() {
        Place place = place();
        String first = place.fileLink(place.metadata(LINK));
        place.accept(first);
        String second = version(place, first).statusCode(201).extract().path("id");
        reject(place, second);
        String third = version(place, second).statusCode(201).extract().path("id");

        status(first, "ACCEPTED");
        place.accept(third);

        counted(place, "", 1);
        status(first, "SUPERSEDED");
    }

    @Test
    void whatWasRejectedMakesWayForAnotherVersionOfTheSameItem() {
        Place place = place();
        String first = place.fileLink(place.metadata(LINK));
        place.accept(first);
        String second = version(place, first).statusCode(201).extract().path("id");
        reject(place, second);

        String third = version(place, first).statusCode(201).extract().path("id");

        status(second, "SUPERSEDED");
        status(first, "ACCEPTED");
        as("viewer")
                .get("/v1/evidence/" + second + "/history")
                .then()
                .body("items.action", contains("FILED", "REJECTED", "SUPERSEDED"))
                .body("items[2].detail.item", equalTo(third));
    }

    @Test
    void twoVersionsOfAnItemNeverWaitTogether() {
        Place place = place();
        String first = place.fileLink(place.metadata(LINK));
        place.accept(first);
        String second = version(place, first).statusCode(201).extract().path("id");
        version(place, second).statusCode(201);

        version(place, first)
                .statusCode(409)
                .body("type", equalTo("https://kongdee.org/problems/version-pending"));
    }

    private static ValidatableResponse version(Place place, String id) {
        return as("officer", place.unit())
                .body(place.metadata(LINK))
                .post("/v1/evidence/" + id + "/versions")
                .then();
    }

    private static void reject(Place place, String id) {
        as("colleague", "officer", place.unit())
                .body("{\"decision\":\"REJECT\",\"note\":\"x\"}")
                .post("/v1/evidence/" + id + "/review")
                .then()
                .statusCode(200);
    }

    private static void status(String id, String status) {
        as("viewer").get("/v1/evidence/" + id).then().body("status", equalTo(status));
    }

    private static ValidatableResponse items(Place place) {
        return as("service")
                .get(
                        "/v1/collections/%s/units/%s/items"
                                .formatted(place.collection(), place.unit()))
                .then();
    }

    private static void counted(Place place, String query, int count) {
        as("viewer")
                .get(
                        "/v1/collections/%s/facts?unit=%s%s"
                                .formatted(place.collection(), place.unit(), query))
                .then()
                .body("units[0].slots[0].kinds[0].count", equalTo(count));
    }
}
