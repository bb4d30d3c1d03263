package org.kongdee.evidence.collection;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.kongdee.evidence.Api.as;
import static org.kongdee.evidence.Api.place;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kongdee.evidence.Api;
import org.kongdee.evidence.Api.Place;
import org.kongdee.test.StackResource;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class CollectionResourceTest {

    private static final String SLOT =
            "{\"code\":\"%s\",\"title\":{\"en\":\"x\",\"th\":\"x\"},\"kinds\":[{\"code\":\"%s\",\"title\":{\"en\":\"x\",\"th\":\"x\"}}],\"channels\":[\"%s\"]}";

    @Test
    void theSameContentAgainChangesNothing() {
        Place place = place();
        Api.put(place, "OPEN", "PEER").statusCode(200).header("ETag", equalTo("\"1\""));
        as("viewer")
                .get("/v1/collections/" + place.collection())
                .then()
                .statusCode(200)
                .body("slots.code", contains("1.1.2", "2.4"))
                .body("period.start", equalTo("2021-08-01"))
                .body("timeZone", equalTo("Asia/Bangkok"));
    }

    @Test
    void otherContentNeedsIfMatch() {
        Place place = place();
        put(place, "", slot("1.1.2", "communication", "line"), 428);
        put(place, "\"9\"", slot("1.1.2", "communication", "line"), 412);
        put(place, "\"1\"", slot("1.1.2", "communication", "line"), 200);
        as("viewer")
                .get("/v1/collections/" + place.collection())
                .then()
                .body("slots.code", contains("1.1.2"));
    }

    @Test
    void theTimeZoneIsPartOfWhatItIs() {
        Place place = place();
        String path = "/v1/collections/" + place.collection();
        String there =
                body("2022-07-30", slot("1.1.2", "communication", "line"))
                        .replace("Asia/Bangkok", "Europe/Berlin");
        as("service").header("If-Match", "*").body(there).put(path).then().statusCode(200);

        as("viewer").get(path).then().body("timeZone", equalTo("Europe/Berlin"));
        as("service")
                .body(there.replace("Europe/Berlin", "Asia/Bangkok"))
                .put(path)
                .then()
                .statusCode(428);
    }

    @ParameterizedTest
    @CsvSource({"9.9,communication,line", "1.1.2,plan,line", "1.1.2,communication,website"})
    void whatHasEvidenceCannotBeTakenAway(String code, String kind, String channel) {
        Place place = place();
        place.fileLink(place.metadata("\"link\":\"https://www.example.org/\""));
        put(place, "*", slot(code, kind, channel), 409)
                .body("type", equalTo("https://kongdee.org/problems/evidence-in-the-way"))
                .body("errors[0].pointer", equalTo("/slots"));
    }

    /** As many criteria, kinds and channels, and as long titles, as a rubric may have. */
    @Test
    void takesTheSlotsOfTheLargestRubrics() {
        String title = "{\"en\":\"%s\",\"th\":\"%1$s\"}".formatted("ก".repeat(998) + "👍👍");
        String kinds =
                IntStream.range(0, 200)
                        .mapToObj("{\"code\":\"k%063d\",\"title\":%%s}"::formatted)
                        .map(kind -> kind.formatted(title))
                        .collect(Collectors.joining(","));
        String channels =
                IntStream.range(0, 200)
                        .mapToObj("\"c%063d\""::formatted)
                        .collect(Collectors.joining(","));
        String slots =
                IntStream.range(1, 2_000)
                        .mapToObj(
                                "{\"code\":\"%d\",\"title\":{\"en\":\"a\",\"th\":\"ก\"},\"kinds\":[],\"channels\":[]}"
                                        ::formatted)
                        .collect(Collectors.joining(","));

        put(
                        place(),
                        "\"1\"",
                        "{\"code\":\"%s\",\"title\":%s,\"kinds\":[%s],\"channels\":[%s]},%s"
                                .formatted("1".repeat(32), title, kinds, channels, slots),
                        200)
                .body("slots.size()", equalTo(2_000))
                .body("slots[0].kinds.size()", equalTo(200))
                .body("slots[0].channels.size()", equalTo(200))
                .body("slots[0].title.th.length()", equalTo(1_002));
    }

    @Test
    void aSlotStandsOnce() {
        Place place = place();
        as("service")
                .header("If-Match", "*")
                .body(body("2022-07-30", slot("1", "a", "b") + "," + slot("1", "a", "b")))
                .put("/v1/collections/" + place.collection())
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/slots/1/code"));
    }

    @Test
    void aPeriodEndsAfterItsStart() {
        as("service")
                .body(body("2021-07-31", slot("1", "a", "b")))
                .put("/v1/collections/" + place().collection())
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/period/end"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "status":"OPEN"    | "status":"open"    | /status
                    "review":"PEER"    | "review":null      | /review
                    "2022-07-30"       | "2565-07-30"       | /period/end
                    "code":"a"         | "code":"A b"       | /slots/0/kinds/0/code
                    "kinds":           | "kinds":["a"],"x": | /slots/0/kinds/0
                    "timeZone":"Asia/Bangkok" | "timeZone":null           | /timeZone
                    "timeZone":"Asia/Bangkok" | "timeZone":"Asia/Nowhere" | /timeZone
                    "timeZone":"Asia/Bangkok" | "timeZone":"+07:00"       | /timeZone
                    "code":"1"         | "code":"1 2"       | /slots/0/code
                    "review":"PEER"    | "review":"PEER","x":1 | /x
                    """)
    void namesWhatCannotBeRead(String good, String bad, String pointer) {
        as("service")
                .body(body("2022-07-30", slot("1", "a", "b")).replace(good, bad))
                .put("/v1/collections/contest-x")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void enrolsManyUnitsAtOnce() {
        Place place = place();
        String other = Api.freshUnit();
        String units =
                "[{\"unit\":\"%s\",\"title\":{\"en\":\"a\",\"th\":\"a\"}},{\"unit\":\"%s\",\"title\":{\"en\":\"Renamed\",\"th\":\"b\"}}]"
                        .formatted(other, place.unit());
        String path = "/v1/collections/%s/units".formatted(place.collection());
        as("service")
                .body(units)
                .post(path)
                .then()
                .statusCode(200)
                .body("created", equalTo(1))
                .body("changed", equalTo(1));
        as("service").body(units).post(path).then().body("unchanged", equalTo(2));
        as("service")
                .body(units.replace(other, place.unit()))
                .post(path)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/1/unit"));
        as("officer", other).get(path).then().body("items.unit", contains(other));
        as("officer", other).get(unit(place)).then().statusCode(404);
    }

    @Test
    void isForServicesAndOrganisersToChange() {
        Place place = place();
        as("viewer").body("{}").put("/v1/collections/" + place.collection()).then().statusCode(403);
        as("officer", place.unit()).body("{}").put(unit(place)).then().statusCode(403);
        as("organiser").get("/v1/collections/nothing").then().statusCode(404);
    }

    private static String unit(Place place) {
        return "/v1/collections/%s/units/%s".formatted(place.collection(), place.unit());
    }

    private static String slot(String code, String kind, String channel) {
        return SLOT.formatted(code, kind, channel);
    }

    private static String body(String end, String slots) {
        return "{\"period\":{\"start\":\"2021-08-01\",\"end\":\"%s\"},\"timeZone\":\"Asia/Bangkok\",\"status\":\"OPEN\",\"review\":\"PEER\",\"slots\":[%s]}"
                .formatted(end, slots);
    }

    private static ValidatableResponse put(Place place, String ifMatch, String slots, int status) {
        var request = as("service");
        if (!ifMatch.isEmpty()) {
            request.header("If-Match", ifMatch);
        }
        return request.body(body("2022-07-30", slots))
                .put("/v1/collections/" + place.collection())
                .then()
                .statusCode(status);
    }
}
