package org.kongdee.evidence.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.kongdee.evidence.Api.as;
import static org.kongdee.evidence.Api.pdf;
import static org.kongdee.evidence.Api.place;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.kongdee.evidence.Api;
import org.kongdee.evidence.Api.Place;
import org.kongdee.evidence.Feed;
import org.kongdee.test.StackResource;

/** What was decided of an item is taken back. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ReopenResourceTest {

    private static final String LINK = "\"link\":\"https://www.example.org/page\"";
    private static final String REOPEN = "{\"decision\":\"REOPEN\",\"note\":\"the wrong year\"}";
    private static final String REJECT = "{\"decision\":\"REJECT\",\"note\":\"not legible\"}";

    @Test
    void whoAcceptedItTakesThatBackAndItWaitsAgain() {
        Place place = place();
        String id = place.fileLink(place.metadata(LINK));
        place.accept(id);
        counts(place, 1);
        String cursor = Feed.end();

        review(colleague(place), id, REOPEN)
                .statusCode(200)
                .body("status", equalTo("PENDING"))
                .body("review", nullValue())
                .body("counts", equalTo(false))
                .body("why.en", containsString("waits for review"));

        counts(place, 0);
        Feed.after(cursor)
                .body(
                        "changes.find { it.unit == '%s' }.slots".formatted(place.unit()),
                        contains("1.1.2"));
        as("viewer")
                .get("/v1/evidence/" + id + "/history")
                .then()
                .body("items.action", contains("FILED", "ACCEPTED", "REOPENED"))
                .body("items[2].by", equalTo("colleague"))
                .body("items[2].detail.note", equalTo("the wrong year"));
        review(colleague(place), id, REJECT).statusCode(200).body("status", equalTo("REJECTED"));
    }

    @Test
    void anOrganiserTakesARejectionBackButDecidesNothing() {
        Place place = place();
        String id = place.fileLink(place.metadata(LINK));
        review(colleague(place), id, REJECT).statusCode(200);

        review(as("organiser"), id, REOPEN)
                .statusCode(200)
                .body("status", equalTo("PENDING"))
                .body("review", nullValue());

        review(as("organiser"), id, "{\"decision\":\"ACCEPT\"}")
                .statusCode(403)
                .body("detail", containsString("officers of the unit"));
        place.accept(id);
        counts(place, 1);
    }

    @Test
    void whatItHadSupersededCountsAgain() {
        Place place = place();
        String first = place.fileLink(place.metadata(LINK));
        place.accept(first);
        String second = version(place, first);
        place.accept(second);
        counts(place, 1);
        status(first, "SUPERSEDED");

        review(colleague(place), second, REOPEN).statusCode(200);

        status(first, "ACCEPTED");
        status(second, "PENDING");
        counts(place, 1);
        as("viewer")
                .get("/v1/evidence/" + first + "/history")
                .then()
                .body("items.action", hasItem("SUPERSEDED"))
                .body("items[-1].action", equalTo("RESTORED"))
                .body("items[-1].detail.item", equalTo(second));

        place.accept(second);
        status(first, "SUPERSEDED");
        counts(place, 1);
    }

    @Test
    void whatNeverCountedDoesNotCountAgain() {
        Place place = place();
        String first = place.fileLink(place.metadata(LINK));
        review(colleague(place), first, REJECT).statusCode(200);
        String second = version(place, first);
        place.accept(second);

        review(colleague(place), second, REOPEN).statusCode(200);

        status(first, "SUPERSEDED");
        counts(place, 0);
    }

    @Test
    void whatWasPurgedMeanwhileDoesNotCountAgain() {
        Place place = place();
        String first = place.filePdf(pdf("purged " + place));
        place.accept(first);
        String second = version(place, first);
        place.accept(second);
        as("organiser")
                .body("{\"reason\":\"personal data\"}")
                .post("/v1/evidence/" + first + "/purge")
                .then()
                .statusCode(200);

        review(colleague(place), second, REOPEN).statusCode(200);

        status(first, "SUPERSEDED");
        counts(place, 0);
    }

    @Test
    void aNewerVersionThatWaitsIsDecidedFirst() {
        Place place = place();
        String first = place.fileLink(place.metadata(LINK));
        place.accept(first);
        String second = version(place, first);

        review(colleague(place), first, REOPEN)
                .statusCode(409)
                .body("type", equalTo("https://kongdee.org/problems/version-pending"));
        status(first, "ACCEPTED");

        review(colleague(place), second, REJECT).statusCode(200);
        review(colleague(place), first, REOPEN).statusCode(200);
        review(colleague(place), second, REOPEN)
                .statusCode(409)
                .body("type", equalTo("https://kongdee.org/problems/version-pending"));
    }

    @Test
    void onlyWhatWasDecidedIsReopened() {
        Place place = place();
        String waits = place.fileLink(place.metadata(LINK));
        wrongState(place, waits);
        String old = place.fileLink(place.metadata(LINK));
        String unused = version(place, old);
        wrongState(place, old);
        String purged = place.fileLink(place.metadata(LINK));
        review(colleague(place), purged, REJECT).statusCode(200);
        as("organiser")
                .body("{\"reason\":\"personal data\"}")
                .post("/v1/evidence/" + purged + "/purge")
                .then()
                .statusCode(200);
        wrongState(place, purged);
    }

    @Test
    void saysWhyAndWhoMay() {
        Place place = place();
        String id = place.fileLink(place.metadata(LINK));
        place.accept(id);

        for (String note : List.of("", ",\"note\":\" \"")) {
            review(colleague(place), id, "{\"decision\":\"REOPEN\"%s}".formatted(note))
                    .statusCode(422)
                    .body("type", equalTo("https://kongdee.org/problems/review-note-missing"))
                    .body("errors[0].pointer", equalTo("/note"));
        }
        review(as("officer", place.unit()), id, REOPEN).statusCode(403);
        review(as("viewer"), id, REOPEN).statusCode(403);
        review(as("officer", Api.freshUnit()), id, REOPEN).statusCode(404);
        review(as("organiser"), UUID.randomUUID().toString(), REOPEN).statusCode(404);
        status(id, "ACCEPTED");
        review(as("assessor", "EXTERNAL"), id, REOPEN).statusCode(200);
    }

    @Test
    void inAnIndependentCollectionColleaguesDoNot() {
        Place place = place("INDEPENDENT");
        String id = place.fileLink(place.metadata(LINK));
        review(as("assessor", "EXTERNAL"), id, REJECT).statusCode(200);

        review(colleague(place), id, REOPEN).statusCode(403);
        review(as("assessor", "EXTERNAL"), id, REOPEN).statusCode(200);
    }

    @Test
    void goesOnInAClosedCollection() {
        Place place = place();
        String id = place.fileLink(place.metadata(LINK));
        place.accept(id);
        Api.put(place, "CLOSED", "PEER").statusCode(200);

        review(colleague(place), id, REOPEN).statusCode(200);
    }

    @Test
    void ofManyAtOnceOneTakesItBack() throws Exception {
        Place place = place();
        String id = place.fileLink(place.metadata(LINK));
        place.accept(id);
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            calls.add(
                    () ->
                            colleague(place)
                                    .body(REOPEN)
                                    .post("/v1/evidence/" + id + "/review")
                                    .statusCode());
        }
        List<Integer> statuses = new ArrayList<>();
        try (var executor = Executors.newFixedThreadPool(8)) {
            for (Future<Integer> answer : executor.invokeAll(calls)) {
                statuses.add(answer.get());
            }
        }

        assertThat(statuses).containsOnly(200, 409).containsOnlyOnce(200);
    }

    @Test
    void repeatedUnderItsKeyItAnswersTheSameAndHappensOnce() {
        Place place = place();
        String id = place.fileLink(place.metadata(LINK));
        place.accept(id);
        String key = UUID.randomUUID().toString();
        String first =
                review(colleague(place).header("Idempotency-Key", key), id, REOPEN)
                        .extract()
                        .asString();

        String again =
                review(colleague(place).header("Idempotency-Key", key), id, REOPEN)
                        .statusCode(200)
                        .extract()
                        .asString();

        assertThat(again).isEqualTo(first);
        as("viewer").get("/v1/evidence/" + id + "/history").then().body("items", hasSize(3));
    }

    private static RequestSpecification colleague(Place place) {
        return as("colleague", "officer", place.unit());
    }

    private static ValidatableResponse review(RequestSpecification by, String id, String decision) {
        return by.body(decision).post("/v1/evidence/" + id + "/review").then();
    }

    private static void wrongState(Place place, String id) {
        review(colleague(place), id, REOPEN)
                .statusCode(409)
                .body("type", equalTo("https://kongdee.org/problems/wrong-item-state"));
    }

    private static String version(Place place, String of) {
        return as("officer", place.unit())
                .body(place.metadata(LINK))
                .post("/v1/evidence/" + of + "/versions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void status(String id, String status) {
        as("viewer").get("/v1/evidence/" + id).then().body("status", equalTo(status));
    }

    private static void counts(Place place, int items) {
        as("viewer")
                .get("/v1/collections/%s/facts?unit=%s".formatted(place.collection(), place.unit()))
                .then()
                .body("units[0].slots", hasSize(items));
    }
}
