package org.kongdee.evidence.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.kongdee.evidence.Api.as;
import static org.kongdee.evidence.Api.freshUnit;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.kongdee.evidence.Api;
import org.kongdee.evidence.Api.Place;
import org.kongdee.test.StackResource;

/** Every answer says whether an item counts today, and if not, why. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class CountingResourceTest {

    private static final String LINK = "\"link\":\"https://www.example.org/page\"";
    private static final String BANGKOK = "Asia/Bangkok";

    @Inject Clock clock;

    @Test
    void whatIsDatedLaterSaysFromWhenItCountsAndDoesNotCountBefore() {
        Place place = place(BANGKOK);
        LocalDate tomorrow = today(BANGKOK).plusDays(1);

        ValidatableResponse filed = file(place, tomorrow).statusCode(201);
        filed.body("counts", equalTo(false))
                .body("countsFrom", equalTo(tomorrow.toString()))
                .body("why.en", containsString("waits for review"))
                .body("why.th", containsString("รอการตรวจ"));
        String id = filed.extract().path("id");
        accept(place, id)
                .body("counts", equalTo(false))
                .body("countsFrom", equalTo(tomorrow.toString()))
                .body(
                        "why.en",
                        equalTo(
                                "It is dated %s, and counts from that day on."
                                        .formatted(tomorrow)));

        as("viewer")
                .get("/v1/evidence/" + id)
                .then()
                .body("countsFrom", equalTo(tomorrow.toString()));
        as("viewer")
                .get(place.path())
                .then()
                .body("items[0].countsFrom", equalTo(tomorrow.toString()));
        assertThat(as("viewer").accept("application/x-ndjson").get(place.path()).asString())
                .contains("\"countsFrom\":\"%s\"".formatted(tomorrow));
        facts(place, "").body("units[0].slots", hasSize(0));
        facts(place, "&asOf=" + tomorrow).body("units[0].slots[0].kinds[0].count", equalTo(1));
        facts(place, "&asOf=" + tomorrow.minusDays(1)).body("units[0].slots", hasSize(0));
        facts(place, "&include=pending").body("units[0].slots", hasSize(0));
    }

    @Test
    void whatIsDatedTodayCountsOnceItIsAccepted() {
        Place place = place(BANGKOK);

        ValidatableResponse filed = file(place, today(BANGKOK)).statusCode(201);
        filed.body("counts", equalTo(false))
                .body("countsFrom", nullValue())
                .body("why.en", equalTo("It waits for review, and counts once it is accepted."));
        facts(place, "&include=pending").body("units[0].slots", hasSize(1));

        accept(place, filed.extract().path("id"))
                .body("counts", equalTo(true))
                .body("countsFrom", nullValue())
                .body("why", nullValue());
        facts(place, "").body("units[0].slots[0].kinds[0].count", equalTo(1));
    }

    /** Between these two there is always a midnight. */
    @Test
    void todayIsTheDayOfTheCollectionsZone() {
        LocalDate kiritimati = today("Pacific/Kiritimati");
        for (String zone : new String[] {"Pacific/Kiritimati", "Pacific/Pago_Pago"}) {
            Place place = place(zone);
            boolean begun = zone.equals("Pacific/Kiritimati");

            String id = file(place, kiritimati).extract().path("id");

            accept(place, id).body("counts", equalTo(begun));
            facts(place, "").body("units[0].slots", hasSize(begun ? 1 : 0));
            facts(place, "&include=pending").body("units[0].slots", hasSize(begun ? 1 : 0));
        }
    }

    @Test
    void whatIsDatedOutsideThePeriodSaysThatItNeverCounts() {
        Place place = place(BANGKOK);

        file(place, today(BANGKOK).minusDays(31))
                .statusCode(201)
                .body("counts", equalTo(false))
                .body("countsFrom", nullValue())
                .body("why.en", containsString("outside the period"))
                .body("why.th", containsString("อยู่นอกรอบ"));
    }

    @Test
    void whatWasTakenAwaySaysSo() {
        Place place = place(BANGKOK);
        String id = file(place, today(BANGKOK)).extract().path("id");

        as("colleague", "officer", place.unit())
                .body("{\"decision\":\"REJECT\",\"note\":\"not legible\"}")
                .post("/v1/evidence/" + id + "/review")
                .then()
                .body("why.en", equalTo("The reviewer did not accept it."));
        as("organiser")
                .body("{\"reason\":\"personal data\"}")
                .post("/v1/evidence/" + id + "/purge")
                .then()
                .body("why.en", equalTo("It was removed for good."));
    }

    /** Else whoever asks again would not hear that the day has begun. */
    @Test
    void aTagOfWhatCountsLaterIsForThatDayAndChangesTheItem() {
        Place place = place(BANGKOK);
        ValidatableResponse filed = file(place, today(BANGKOK).plusDays(1));
        String id = filed.extract().path("id");
        String etag = filed.extract().header("ETag");

        assertThat(etag).isNotEqualTo("\"1\"");
        as("viewer").header("If-None-Match", etag).get("/v1/evidence/" + id).then().statusCode(304);
        as("viewer")
                .header("If-None-Match", "\"1\"")
                .get("/v1/evidence/" + id)
                .then()
                .statusCode(200);
        as("officer", place.unit())
                .header("If-Match", etag)
                .body("{\"title\":\"Minutes\"}")
                .patch("/v1/evidence/" + id)
                .then()
                .statusCode(200);
        as("officer", place.unit())
                .header("If-Match", etag)
                .delete("/v1/evidence/" + id)
                .then()
                .statusCode(412);
    }

    private LocalDate today(String zone) {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of(zone));
    }

    /** A collection that began thirty days ago and ends in thirty. */
    private Place place(String zone) {
        var place = new Place("later-" + freshUnit().toLowerCase(Locale.ROOT), freshUnit());
        as("service")
                .body(
                        """
                        {"period":{"start":"%s","end":"%s"},"timeZone":"%s","status":"OPEN","review":"PEER","slots":[
                          {"code":"1.1.2","title":{"en":"Communicated","th":"สื่อสาร"},"kinds":[],"channels":[]}]}
                        """
                                .formatted(
                                        today(BANGKOK).minusDays(30),
                                        today(BANGKOK).plusDays(30),
                                        zone))
                .put("/v1/collections/" + place.collection())
                .then()
                .statusCode(201);
        Api.enrol(place.collection(), place.unit());
        return place;
    }

    private static ValidatableResponse file(Place place, LocalDate date) {
        return as("officer", place.unit())
                .body(
                        "{\"unit\":\"%s\",\"slot\":\"1.1.2\",\"title\":\"ประกาศ\",\"date\":\"%s\",%s}"
                                .formatted(place.unit(), date, LINK))
                .post(place.path())
                .then();
    }

    private static ValidatableResponse accept(Place place, String id) {
        return as("colleague", "officer", place.unit())
                .body("{\"decision\":\"ACCEPT\"}")
                .post("/v1/evidence/" + id + "/review")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse facts(Place place, String more) {
        return as("viewer")
                .get(
                        "/v1/collections/%s/facts?unit=%s%s"
                                .formatted(place.collection(), place.unit(), more))
                .then()
                .statusCode(200);
    }
}
