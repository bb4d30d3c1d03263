package org.kongdee.evidence.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.kongdee.evidence.Api.as;
import static org.kongdee.evidence.Api.place;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kongdee.evidence.Api;
import org.kongdee.evidence.Api.Place;
import org.kongdee.evidence.Feed;
import org.kongdee.evidence.content.ContentVerdicts;
import org.kongdee.evidence.storage.Sha256;
import org.kongdee.test.StackResource;
import org.kongdee.test.StatementCount;
import org.kongdee.web.text.Message;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class FactsResourceTest {

    @Inject ContentVerdicts verdicts;
    @Inject DataSource database;

    private static final String KIND = "units[0].slots[0].kinds[0].";

    @Test
    void countsAcceptedEvidenceByChannelSectionAndDate() {
        Place place = place();
        accepted(place, "communication", "line", "LEGAL", "2022-01-10", "");
        accepted(place, "communication", "website", "LEGAL", "2021-11-15", "");
        accepted(
                place, "communication", "line", "PLAN", "2022-02-01", ",\"fields\":[\"director\"]");
        filed(place, "communication", "line", "PLAN", "2021-09-01", "");

        facts(place, "")
                .body("collection", equalTo(place.collection()))
                .body("asOf", nullValue())
                .body("units.unit", contains(place.unit()))
                .body("units[0].slots.slot", contains("1.1.2"))
                .body(KIND + "kind", equalTo("communication"))
                .body(KIND + "count", equalTo(3))
                .body(KIND + "channels", contains("line", "website"))
                .body(KIND + "sections.LEGAL.count", equalTo(2))
                .body(KIND + "sections.LEGAL.first", equalTo("2021-11-15"))
                .body(KIND + "sections.PLAN.count", equalTo(1))
                .body(KIND + "first", equalTo("2021-11-15"))
                .body(KIND + "last", equalTo("2022-02-01"))
                .body(KIND + "coverage", hasSize(0))
                .body(KIND + "fieldSets", hasSize(1))
                .body(KIND + "fieldSets[0].fields", contains("director"))
                .body(KIND + "fieldSets[0].count", equalTo(1));
    }

    @Test
    void areForAutomationTooWhichReadsNothingElseOfEvidence() {
        Place place = place();
        accepted(place, "communication", "line", "LEGAL", "2022-01-10", "");

        as("automation")
                .get("/v1/collections/" + place.collection() + "/facts")
                .then()
                .statusCode(200)
                .body("units.unit", contains(place.unit()))
                .body(KIND + "count", equalTo(1));
        as("automation").get(place.path()).then().statusCode(403);
        as("author").get("/v1/collections/" + place.collection() + "/facts").then().statusCode(403);
    }

    @Test
    void limitsTheEvidenceDateByAsOfAndByThePeriod() {
        Place place = place();
        accepted(place, "communication", "line", "LEGAL", "2021-08-01", "");
        accepted(place, "communication", "line", "LEGAL", "2022-07-30", "");
        accepted(place, "communication", "line", "LEGAL", "2021-07-31", "");
        accepted(place, "communication", "line", "LEGAL", "2022-07-31", "");
        facts(place, "").body(KIND + "count", equalTo(2));
        facts(place, "asOf=2022-07-30").body(KIND + "count", equalTo(2));
        facts(place, "asOf=2022-07-29")
                .body(KIND + "count", equalTo(1))
                .body("asOf", equalTo("2022-07-29"));
        facts(place, "asOf=2021-07-31").body("units[0].slots", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2022-01-01 2022-01-15 2022-01-16 2022-01-31 | 2022-01-01 2022-01-31
                    2022-01-16 2022-01-31 2022-01-01 2022-01-20 | 2022-01-01 2022-01-31
                    2022-01-01 2022-01-15 2022-01-17 2022-01-31 | 2022-01-01 2022-01-15 2022-01-17 2022-01-31
                    2021-05-01 2021-12-31 2021-08-01 2021-08-31 | 2021-05-01 2021-12-31
                    2022-02-28 2022-02-28 2022-03-01 2022-03-01 | 2022-02-28 2022-03-01
                    """)
    void mergesCoverageAndNeverClipsIt(String filed, String merged) {
        Place place = place();
        String[] days = filed.split(" ", -1);
        for (int i = 0; i < days.length; i += 2) {
            accepted(
                    place, "report", "line", "LEGAL", "2022-02-01", coverage(days[i], days[i + 1]));
        }
        String[] expected = merged.split(" ", -1);
        var facts = facts(place, "").body(KIND + "coverage", hasSize(expected.length / 2));
        for (int i = 0; i < expected.length; i += 2) {
            facts.body(KIND + "coverage[%d].from".formatted(i / 2), equalTo(expected[i]));
            facts.body(KIND + "coverage[%d].to".formatted(i / 2), equalTo(expected[i + 1]));
        }
    }

    @Test
    void mergesTheCoverageOfAllSections() {
        Place place = place();
        accepted(
                place,
                "report",
                "line",
                "LEGAL",
                "2022-02-01",
                coverage("2022-01-01", "2022-01-15"));
        accepted(
                place,
                "report",
                "line",
                "PLAN",
                "2022-02-01",
                coverage("2022-01-16", "2022-01-31"));

        facts(place, "")
                .body(KIND + "count", equalTo(2))
                .body(KIND + "coverage", hasSize(1))
                .body(KIND + "coverage[0].from", equalTo("2022-01-01"))
                .body(KIND + "coverage[0].to", equalTo("2022-01-31"));
    }

    private static String coverage(String from, String to) {
        return ",\"coverage\":{\"from\":\"%s\",\"to\":\"%s\"}".formatted(from, to);
    }

    @Test
    void includesWhatWaitsInPlaceOfWhatItWouldReplace() {
        Place place = place();
        String old = accepted(place, "communication", "line", "LEGAL", "2022-01-10", "");
        filed(place, "communication", "website", "PLAN", "2022-01-11", "");
        as("officer", place.unit())
                .body(evidence(place, "communication", "line", "LEGAL", "2022-03-01", ""))
                .post("/v1/evidence/" + old + "/versions")
                .then()
                .statusCode(201);

        facts(place, "")
                .body(KIND + "count", equalTo(1))
                .body(KIND + "first", equalTo("2022-01-10"));
        facts(place, "include=pending")
                .body(KIND + "count", equalTo(2))
                .body(KIND + "first", equalTo("2022-01-11"))
                .body(KIND + "last", equalTo("2022-03-01"));
    }

    @Test
    void listsTheItemsBehindTheFactsSoThatAnyDayCanBeTallied() {
        Place place = place();
        String old = accepted(place, "communication", "line", "LEGAL", "2022-01-10", "");
        filed(
                place,
                "report",
                "website",
                "PLAN",
                "2022-01-11",
                coverage("2022-01-01", "2022-01-31") + ",\"fields\":[\"director\"]");
        accepted(place, "communication", "line", "LEGAL", "2021-07-31", "");
        as("officer", place.unit())
                .body(evidence(place, "communication", "line", "LEGAL", "2022-03-01", ""))
                .post("/v1/evidence/" + old + "/versions")
                .then()
                .statusCode(201);
        String items =
                "/v1/collections/%s/units/%s/items".formatted(place.collection(), place.unit());

        as("service")
                .get(items)
                .then()
                .statusCode(200)
                .body("unit", equalTo(place.unit()))
                .body(
                        "items.date",
                        contains("2021-07-31", "2022-01-10", "2022-01-11", "2022-03-01"))
                .body("items.accepted", contains(false, true, false, false))
                .body("items.withPending", contains(false, false, true, true))
                .body("items[1].channel", equalTo("line"))
                .body("items[1].coverage", nullValue())
                .body("items[2].slot", equalTo("1.1.2"))
                .body("items[2].kind", equalTo("report"))
                .body("items[2].section", equalTo("PLAN"))
                .body("items[2].coverage.to", equalTo("2022-01-31"))
                .body("items[2].fields", contains("director"));
        as("officer", place.unit()).get(items).then().statusCode(403);
        as("service").get(items.replace(place.unit(), "NOBODY")).then().statusCode(404);
    }

    @Test
    void includesWhatWaitsOnlyIfItsFilesAreClean() {
        Place place = place();
        byte[] bytes = Api.pdf("waits " + place);
        place.filePdf(bytes);
        facts(place, "include=pending").body(KIND + "count", equalTo(1));
        String before = Feed.end();

        verdicts.scanned(sha256(bytes), Message.verbatim("test"));

        facts(place, "include=pending").body("units[0].slots", hasSize(0));
        as("service")
                .get(
                        "/v1/collections/%s/units/%s/items"
                                .formatted(place.collection(), place.unit()))
                .then()
                .body("items", hasSize(0));
        Feed.after(before).body("changes.unit", contains(place.unit()));
    }

    @Test
    void aNewVersionTakesNoPlaceBeforeItsFilesAreClean() throws SQLException {
        Place place = place();
        String old = accepted(place, "communication", "line", "LEGAL", "2022-01-10", "");
        byte[] bytes = Api.pdf("newer " + place);
        Api.upload(place.unit(), place.metadata(""))
                .multiPart("file", "ใหม่.pdf", bytes)
                .post("/v1/evidence/" + old + "/versions/files")
                .then()
                .statusCode(201);
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            assertThat(
                            statement.executeUpdate(
                                    "update file set scan_after = now() where sha256 = '%s'"
                                            .formatted(sha256(bytes))))
                    .isOne();
        }
        facts(place, "include=pending")
                .body(KIND + "count", equalTo(1))
                .body(KIND + "first", equalTo("2022-01-10"));
    }

    private static Sha256 sha256(byte[] bytes) {
        MessageDigest digest = Sha256.newDigest();
        digest.update(bytes);
        return Sha256.of(digest);
    }

    @Test
    void withdrawnAndRejectedEvidenceCountsNoLonger() {
        Place place = place();
        String id = accepted(place, "communication", "line", "LEGAL", "2022-01-10", "");
        as("officer", place.unit())
                .header("If-Match", "*")
                .delete("/v1/evidence/" + id)
                .then()
                .statusCode(204);
        facts(place, "").body("units[0].slots", hasSize(0));
    }

    @Test
    void answersForAllUnitsAsOneDocumentOrALineEach() {
        Place place = place();
        String second = Api.freshUnit();
        Api.enrol(place.collection(), second);
        accepted(place, "communication", "line", "LEGAL", "2022-01-10", "");
        as("viewer")
                .get("/v1/collections/%s/facts".formatted(place.collection()))
                .then()
                .body("units", hasSize(2));
        assertThat(
                        as("service")
                                .accept("application/x-ndjson")
                                .get("/v1/collections/%s/facts".formatted(place.collection()))
                                .asString()
                                .lines())
                .hasSize(2)
                .anySatisfy(
                        line ->
                                assertThat(line)
                                        .isEqualTo(
                                                "{\"unit\":\"%s\",\"slots\":[]}"
                                                        .formatted(second)));
        as("officer", second)
                .get("/v1/collections/%s/facts".formatted(place.collection()))
                .then()
                .body("units.unit", contains(second));
        as("officer", second)
                .get("/v1/collections/%s/facts?unit=%s".formatted(place.collection(), place.unit()))
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "asOf=2565-01-01,asOf",
        "asOf=x,asOf",
        "include=all,include",
        "asof=2022-01-01,asof"
    })
    void namesABadParameter(String query, String parameter) {
        Place place = place();
        as("viewer")
                .get("/v1/collections/%s/facts?%s".formatted(place.collection(), query))
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo(parameter));
    }

    @Test
    void knowsNoOtherCollectionsAndUnits() {
        Place place = place();
        as("viewer").get("/v1/collections/nothing/facts").then().statusCode(404);
        as("viewer")
                .get("/v1/collections/%s/facts?unit=NOBODY".formatted(place.collection()))
                .then()
                .statusCode(404);
    }

    @Test
    void costsTheSameStatementsHoweverManyUnitsAndItemsThereAre() {
        Place place = place();
        accepted(place, "communication", "line", "LEGAL", "2022-01-10", "");
        String all = "/v1/collections/%s/facts".formatted(place.collection());
        int one =
                StatementCount.of(
                        () ->
                                as("service")
                                        .get(all)
                                        .then()
                                        .statusCode(200)
                                        .body("units", hasSize(1)));
        for (int i = 0; i < 12; i++) {
            String unit = Api.freshUnit();
            Api.enrol(place.collection(), unit);
            var other = new Place(place.collection(), unit);
            accepted(
                    other,
                    "communication",
                    "line",
                    "LEGAL",
                    "2022-01-10",
                    coverage("2022-01-01", "2022-01-31"));
            accepted(
                    other, "report", "website", "PLAN", "2022-01-11", ",\"fields\":[\"director\"]");
        }
        assertThat(one).isEqualTo(2);
        assertThat(
                        StatementCount.of(
                                () ->
                                        as("service")
                                                .get(all)
                                                .then()
                                                .statusCode(200)
                                                .body("units", hasSize(13))))
                .isEqualTo(one);
    }

    private static ValidatableResponse facts(Place place, String query) {
        return as("service")
                .get(
                        "/v1/collections/%s/facts?unit=%s&%s"
                                .formatted(place.collection(), place.unit(), query)
                                .replaceAll("&$", ""))
                .then()
                .statusCode(200);
    }

    private static String accepted(
            Place place, String kind, String channel, String section, String date, String more) {
        String id = filed(place, kind, channel, section, date, more);
        place.accept(id);
        return id;
    }

    private static String filed(
            Place place, String kind, String channel, String section, String date, String more) {
        return place.fileLink(evidence(place, kind, channel, section, date, more));
    }

    private static String evidence(
            Place place, String kind, String channel, String section, String date, String more) {
        return """
                {"unit":"%s","slot":"1.1.2","kind":"%s","channel":"%s","section":"%s","title":"x","date":"%s","link":"https://www.example.org/"%s}
                """
                .formatted(place.unit(), kind, channel, section, date, more);
    }
}
