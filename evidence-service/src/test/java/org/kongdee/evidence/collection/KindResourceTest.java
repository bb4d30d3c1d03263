package org.kongdee.evidence.collection;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.kongdee.evidence.Api.as;
import static org.kongdee.evidence.Api.place;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kongdee.evidence.Api.Place;
import org.kongdee.test.StackResource;

/** Slots have kinds with titles, or take any word. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class KindResourceTest {

    private static final String PLAN = kind("plan", "Plan", "แผน");
    private static final String REPORT = kind("report", "Report", "รายงาน");

    @Test
    void aCollectionShowsWhatItsKindsAreCalled() {
        Place place = place();

        as("viewer")
                .get("/v1/collections/" + place.collection())
                .then()
                .body("slots[0].kinds.code", contains("communication", "report"))
                .body("slots[0].kinds.title.th", contains("การสื่อสาร", "รายงาน"));
        put(place, slot("1.1.2", PLAN)).statusCode(200);
        put(place, slot("1.1.2", kind("plan", "Work plan", "แผนงาน")))
                .statusCode(200)
                .body("slots[0].kinds.title.en", contains("Work plan"))
                .header("ETag", equalTo("\"3\""));
    }

    @Test
    void aKindStandsOnceInASlot() {
        put(place(), slot("1", PLAN) + "," + slot("2", REPORT + "," + PLAN + "," + REPORT))
                .statusCode(422)
                .body("type", equalTo("https://kongdee.org/problems/duplicate-code"))
                .body("errors[0].pointer", equalTo("/slots/1/kinds/2/code"));
    }

    @Test
    void hasRoomForAllKindsAndChannelsOfARubric() {
        String kinds =
                IntStream.range(0, 200)
                        .mapToObj(i -> kind("k" + i, "ก".repeat(400), "ก".repeat(400)))
                        .collect(Collectors.joining(","));
        String channels =
                IntStream.range(0, 200)
                        .mapToObj("\"c%d\""::formatted)
                        .collect(Collectors.joining(","));

        put(
                        place(),
                        IntStream.range(0, 3)
                                .mapToObj(i -> slot("" + i, kinds, channels))
                                .collect(Collectors.joining(",")))
                .statusCode(200)
                .body("slots", hasSize(3))
                .body("slots[2].kinds", hasSize(200));
    }

    @Test
    void aSlotWithoutKindsTakesAnyWordAndCallsTheRestEvidence() {
        Place place = place();
        put(place, slot("1.1.2", "")).statusCode(200).body("slots[0].kinds", hasSize(0));

        file(place, "\"kind\":\"photo-album\",")
                .statusCode(201)
                .body("kind", equalTo("photo-album"));
        file(place, "").statusCode(201).body("kind", equalTo("evidence"));
        file(place, "\"kind\":null,").statusCode(201).body("kind", equalTo("evidence"));
        file(place, "\"kind\":\"Photo album\",")
                .statusCode(400)
                .body("errors.pointer", contains("/kind"));
        as("viewer")
                .get(place.path() + "?kind=evidence")
                .then()
                .body("items.kind", contains("evidence", "evidence"));
    }

    @Test
    void aNewVersionOfAnUnnamedKindIsEvidenceToo() {
        Place place = place();
        put(place, slot("1.1.2", "")).statusCode(200);
        String id = file(place, "\"kind\":\"photo\",").extract().path("id");

        as("officer", place.unit())
                .body(evidence(place, ""))
                .post("/v1/evidence/" + id + "/versions")
                .then()
                .statusCode(201)
                .body("kind", equalTo("evidence"));
    }

    @Test
    void aSlotWithKindsNamesThemToWhoeverNamesNoneOrAnother() {
        Place place = place();

        file(place, "")
                .statusCode(422)
                .body("type", equalTo("https://kongdee.org/problems/evidence-does-not-fit"))
                .body("errors.pointer", contains("/kind"))
                .body(
                        "errors[0].detail",
                        equalTo(
                                "Evidence for this slot says its kind: Communication (communication), Report (report)."));
        file(place, "\"kind\":\"plan\",")
                .statusCode(422)
                .body(
                        "errors[0].detail",
                        equalTo(
                                "This slot does not take the kind 'plan'; it takes Communication (communication), Report (report)."));
    }

    @Test
    void aKindThatHasEvidenceStaysUnlessAnyWordDoes() {
        Place place = place();
        file(place, "\"kind\":\"report\",").statusCode(201);

        put(place, slot("1.1.2", PLAN))
                .statusCode(409)
                .body("type", equalTo("https://kongdee.org/problems/evidence-in-the-way"))
                .body("detail", containsString("slot 1.1.2, kind Report (report)"));
        put(place, slot("1.1.2", "")).statusCode(200);
        file(place, "").statusCode(201);
        put(place, slot("1.1.2", REPORT))
                .statusCode(409)
                .body("detail", containsString("slot 1.1.2, kind evidence."));
    }

    private static String kind(String code, String en, String th) {
        return "{\"code\":\"%s\",\"title\":{\"en\":\"%s\",\"th\":\"%s\"}}".formatted(code, en, th);
    }

    private static String slot(String code, String kinds) {
        return slot(code, kinds, "");
    }

    private static String slot(String code, String kinds, String channels) {
        return "{\"code\":\"%s\",\"title\":{\"en\":\"x\",\"th\":\"x\"},\"kinds\":[%s],\"channels\":[%s]}"
                .formatted(code, kinds, channels);
    }

    private static ValidatableResponse put(Place place, String slots) {
        return as("service")
                .header("If-Match", "*")
                .body(
                        """
                        {"period":{"start":"2021-08-01","end":"2022-07-30"},"timeZone":"Asia/Bangkok","status":"OPEN","review":"PEER","slots":[%s]}
                        """
                                .formatted(slots))
                .put("/v1/collections/" + place.collection())
                .then();
    }

    private static String evidence(Place place, String kind) {
        return """
                {"unit":"%s","slot":"1.1.2",%s"title":"x","date":"2022-01-10","link":"https://www.example.org/"}
                """
                .formatted(place.unit(), kind);
    }

    private static ValidatableResponse file(Place place, String kind) {
        return as("officer", place.unit()).body(evidence(place, kind)).post(place.path()).then();
    }
}
