package org.kongdee.notification.calendar;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.kongdee.notification.Api.as;
import static org.kongdee.notification.Api.freshUnit;
import static org.kongdee.notification.Api.recipient;
import static org.kongdee.notification.Api.task;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.net.URI;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPInputStream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kongdee.notification.Api;
import org.kongdee.notification.LocalStack;
import org.kongdee.notification.Noon;

@QuarkusTest
@LocalStack
class CalendarResourceTest {

    private static String feedOf(String recipient) {
        String url =
                as("organiser")
                        .post("/v1/recipients/" + recipient + "/calendar-tokens")
                        .then()
                        .statusCode(201)
                        .header("Cache-Control", "no-store")
                        .extract()
                        .path("url");
        return URI.create(url).getPath();
    }

    private static List<VEvent> events(String feed) throws Exception {
        String ics =
                given().get(feed)
                        .then()
                        .statusCode(200)
                        .contentType("text/calendar")
                        .extract()
                        .asString();
        return new CalendarBuilder().build(new StringReader(ics)).getComponents(Component.VEVENT);
    }

    @Test
    void showsTheRecipientsDeadlinesInTheirLanguage() throws Exception {
        String unit = freshUnit();
        String head = recipient(unit, "HEAD", "th", "LEGAL");
        String other = recipient(unit, "HEAD", "th", "PLAN");
        String id = task(unit, Noon.today().plusDays(30).toString());

        assertThat(events(feedOf(head)))
                .extracting(
                        e -> e.getUid().orElseThrow().getValue(),
                        e -> e.getRequiredProperty(Property.SUMMARY).getValue())
                .containsExactly(tuple(id + "@kongdee", "รายงาน"));
        assertThat(events(feedOf(other))).isEmpty();
    }

    @Test
    void movesTheEventWhenTheDeadlineMoves() throws Exception {
        String unit = freshUnit();
        String feed = feedOf(recipient(unit, "HEAD", "en", "LEGAL"));
        String id = task(unit, Noon.today().plusDays(30).toString());
        String before = events(feed).getFirst().getUid().orElseThrow().getValue();

        as("organiser")
                .header("If-Match", "\"1\"")
                .body("{\"due\": \"%s\"}".formatted(Noon.today().plusDays(40)))
                .patch("/v1/tasks/" + id)
                .then()
                .statusCode(200);

        VEvent after = events(feed).getFirst();
        assertThat(after.getUid().orElseThrow().getValue()).isEqualTo(before);
        assertThat(String.valueOf(after.getSequence())).contains("SEQUENCE:2");
    }

    @Test
    void showsFiveHundredDeadlinesEachOnItsDay() throws Exception {
        String unit = freshUnit();
        String head = recipient(unit, "HEAD", "th", "LEGAL");
        LocalDate first = Noon.today().plusDays(1);
        recurring(unit, "รายงานประจำวัน", first, "FREQ=DAILY;COUNT=400");
        recurring(unit, "รายงานการใช้จ่าย", first, "FREQ=WEEKLY;COUNT=100");

        List<VEvent> events = events(feedOf(head));

        assertThat(events).hasSize(500);
        assertThat(events)
                .extracting(e -> e.getUid().orElseThrow().getValue())
                .doesNotHaveDuplicates();
        assertThat(days(events, "รายงานประจำวัน"))
                .containsExactlyElementsOf(first.datesUntil(first.plusDays(400)).toList());
        assertThat(days(events, "รายงานการใช้จ่าย"))
                .containsExactlyElementsOf(
                        first.datesUntil(first.plusWeeks(100), Period.ofWeeks(1)).toList());
    }

    private static void recurring(String unit, String title, LocalDate start, String rule) {
        as("organiser")
                .body(
                        """
                        {"title": {"en": "Report", "th": "%s"}, "unit": "%s", "sections": ["LEGAL"], "start": "%s", "rrule": "%s"}"""
                                .formatted(title, unit, start, rule))
                .put("/v1/tasks/" + Api.freshKey("series"))
                .then()
                .statusCode(201);
    }

    /** The days of the events with this title, in the order of the feed. */
    private static List<LocalDate> days(List<VEvent> events, String title) {
        return events.stream()
                .filter(e -> e.getRequiredProperty(Property.SUMMARY).getValue().equals(title))
                .map(
                        e ->
                                LocalDate.parse(
                                        e.getRequiredProperty(Property.DTSTART).getValue(),
                                        DateTimeFormatter.BASIC_ISO_DATE))
                .toList();
    }

    @Test
    void answersUnchangedFeedsWithoutABody() {
        String feed = feedOf(recipient(freshUnit(), "HEAD", "en", "LEGAL"));
        String etag = given().get(feed).then().extract().header("ETag");

        given().header("If-None-Match", etag).get(feed).then().statusCode(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "W/%s", "\"other\", W/%s", "\"a,b\",%s", "*"})
    void comparesWeaklyWhatIsThere(String header) {
        String feed = feedOf(recipient(freshUnit(), "HEAD", "en", "LEGAL"));
        String etag = given().get(feed).then().extract().header("ETag");
        assertThat(etag).startsWith("W/\"");

        given().header("If-None-Match", header.formatted(etag.substring(2)))
                .get(feed)
                .then()
                .statusCode(304)
                .header("ETag", etag);
        given().header("If-None-Match", "W/\"other\"").get(feed).then().statusCode(200);
    }

    @Test
    void passesOverWhatCalendarProgramsPutBehindTheAddress() {
        String feed = feedOf(recipient(freshUnit(), "HEAD", "en", "LEGAL"));

        given().urlEncodingEnabled(false)
                .get(feed + "?nocache=1&utm_source=%E0%B8&x")
                .then()
                .statusCode(200);
        given().urlEncodingEnabled(false).get("/links/none?fbclid=1").then().statusCode(404);
        as("organiser")
                .get("/v1/recipients?fbclid=1")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("fbclid"));
    }

    @Test
    void saysHowOftenToLookAgain() throws Exception {
        String feed = feedOf(recipient(freshUnit(), "HEAD", "en", "LEGAL"));

        String ics = given().get(feed).then().extract().asString();

        assertThat(ics.lines())
                .contains("REFRESH-INTERVAL;VALUE=DURATION:PT1H", "X-PUBLISHED-TTL:PT1H");
    }

    @Test
    void isGzippedForWhoAsksAndStaysTheSameCalendar() throws Exception {
        String unit = freshUnit();
        String feed = feedOf(recipient(unit, "HEAD", "th", "LEGAL"));
        task(unit, Noon.today().plusDays(30).toString());
        Response plain = encoded(feed, "identity");
        Response gzipped = encoded(feed, "gzip");

        assertThat(plain.header("Content-Encoding")).isNull();
        assertThat(gzipped.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(gzipped.header("ETag")).isEqualTo(plain.header("ETag"));
        assertThat(plain.headers().getValues("Vary")).contains("Accept-Encoding");
        assertThat(gzipped.headers().getValues("Vary")).contains("Accept-Encoding");
        try (var in = new GZIPInputStream(new ByteArrayInputStream(gzipped.asByteArray()))) {
            assertThat(in.readAllBytes()).isEqualTo(plain.asByteArray());
        }
        Response unchanged =
                given().header("Accept-Encoding", "gzip")
                        .header("If-None-Match", plain.header("ETag"))
                        .get(feed);
        assertThat(unchanged.statusCode()).isEqualTo(304);
        assertThat(unchanged.headers().getValues("Vary")).contains("Accept-Encoding");
    }

    /** The answer as it comes: the client would unpack it. */
    private static Response encoded(String path, String encoding) {
        return given().config(
                        RestAssured.config()
                                .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()))
                .header("Accept-Encoding", encoding)
                .get(path);
    }

    @Test
    void anAddressSaysWhereItCanBeRevoked() {
        String head = recipient(freshUnit(), "HEAD", "en", "LEGAL");
        String place =
                as("organiser")
                        .post("/v1/recipients/" + head + "/calendar-tokens")
                        .then()
                        .extract()
                        .header("Location");

        as("organiser").delete(URI.create(place).getPath()).then().statusCode(204);

        as("organiser")
                .get("/v1/recipients/" + head + "/calendar-tokens")
                .then()
                .body("", hasSize(0));
    }

    @Test
    void aRecipientHasTenAddressesAndRevokingOneMakesRoom() {
        String unit = freshUnit();
        String head = recipient(unit, "HEAD", "en", "LEGAL");
        String tokens = "/v1/recipients/" + head + "/calendar-tokens";
        for (int i = 0; i < 10; i++) {
            feedOf(head);
        }

        as("organiser")
                .post(tokens)
                .then()
                .statusCode(409)
                .body("type", equalTo("https://kongdee.org/problems/too-many-calendar-addresses"));

        feedOf(recipient(unit, "OFFICER", "en", "LEGAL"));
        String id =
                as("organiser").get(tokens).then().body("", hasSize(10)).extract().path("[0].id");
        as("organiser").delete(tokens + "/" + id).then().statusCode(204);
        feedOf(head);
        as("organiser").post(tokens).then().statusCode(409);
        as("officer", freshUnit()).post(tokens).then().statusCode(404);
    }

    @Test
    void ofManyAddressesMadeAtOnceNoneIsTheEleventh() throws Exception {
        String head = recipient(freshUnit(), "HEAD", "en", "LEGAL");
        String tokens = "/v1/recipients/" + head + "/calendar-tokens";
        for (int i = 0; i < 8; i++) {
            feedOf(head);
        }
        Callable<Integer> issue = () -> as("organiser").post(tokens).statusCode();

        List<Integer> statuses = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (Future<Integer> status : threads.invokeAll(Collections.nCopies(6, issue))) {
                statuses.add(status.get());
            }
        }

        assertThat(statuses).containsExactlyInAnyOrder(201, 201, 409, 409, 409, 409);
    }

    @Test
    void aRevokedAddressIsGone() {
        String head = recipient(freshUnit(), "HEAD", "en", "LEGAL");
        String feed = feedOf(head);
        String kept = feedOf(head);
        String id =
                as("organiser")
                        .get("/v1/recipients/" + head + "/calendar-tokens")
                        .then()
                        .body("", hasSize(2))
                        .body("createdBy", everyItem(equalTo("organiser")))
                        .body("createdByName", everyItem(equalTo("Test organiser")))
                        .body("toString()", not(containsString("ics")))
                        .extract()
                        .path("[0].id");

        as("organiser")
                .delete("/v1/recipients/" + head + "/calendar-tokens/" + id)
                .then()
                .statusCode(204);

        given().get(feed).then().statusCode(404);
        given().get(kept).then().statusCode(200);
        as("organiser")
                .delete("/v1/recipients/" + head + "/calendar-tokens")
                .then()
                .statusCode(204);
        given().get(kept).then().statusCode(404);
    }
}
