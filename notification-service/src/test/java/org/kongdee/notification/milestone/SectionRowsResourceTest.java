package org.kongdee.notification.milestone;

import static io.restassured.RestAssured.given;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasToString;
import static org.hamcrest.Matchers.nullValue;
import static org.kongdee.notification.Api.as;
import static org.kongdee.notification.Api.recipient;

import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kongdee.notification.Api;
import org.kongdee.notification.LocalStack;
import org.kongdee.notification.Noon;
import org.kongdee.notification.link.Mailed;

/** Milestones that each section owes by itself, and persons who are told besides. */
@QuarkusTest
@LocalStack
@Tag("slow")
class SectionRowsResourceTest {

    private static final String DUE = "2022-01-15";

    private final RubricCycle cycle = new RubricCycle();
    private final String unit = cycle.unit();

    private void mirror(String... rows) {
        cycle.is("OPEN");
        cycle.milestones(Api.freshKey("c"), rows);
        RubricCycle.sync();
    }

    private String row(String section) {
        return "%s:%s:7.3.1:1:%s".formatted(cycle.key(), unit, section);
    }

    private static String of(String recipient) {
        return "digests.find { it.recipient == '" + recipient + "' }.lines";
    }

    private void awaitTold(String... words) {
        await().atMost(ofSeconds(30))
                .untilAsserted(
                        () ->
                                assertThat(cycle.calls())
                                        .filteredOn(call -> call.startsWith("PATCH "))
                                        .singleElement()
                                        .asString()
                                        .contains(words));
    }

    @Test
    void showsWhatRubricServiceSaysOfIt() {
        mirror(
                cycle.owedBy("LEGAL", DUE)
                        .replace("\"persons\": []", "\"persons\": [\"b\", \"a\"]"));

        as("viewer")
                .get("/v1/deadlines/" + row("LEGAL"))
                .then()
                .statusCode(200)
                .body("criterion", equalTo("7.3.1"))
                .body("code", equalTo("1"))
                .body("each", equalTo("SECTION"))
                .body("section", equalTo("LEGAL"))
                .body("sections", contains("LEGAL"))
                .body("sectionTitles.title.en", contains("Section LEGAL"))
                .body("persons", contains("a", "b"))
                .body("criterionTitle.th", equalTo("การประชุม"))
                .body("example.en", equalTo("Minutes"))
                .body("open", contains("LEGAL"))
                .body("settled", nullValue());
        as("viewer")
                .queryParam("unit", unit)
                .queryParam("from", DUE)
                .get("/v1/deadlines")
                .then()
                .body("items.section", contains("LEGAL"))
                .body("items[0].persons", contains("a", "b"))
                .body("items[0].criterionTitle.en", equalTo("Meetings"))
                .body("items[0].example.th", equalTo("รายงานการประชุม"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    "open": ["LEGAL"]   | "open": []             | open.size()        | 0
                    "persons": []       | "persons": ["a"]       | persons[0]         | a
                    "en": "Meetings"    | "en": "Gatherings"     | criterionTitle.en  | Gatherings
                    "criterionLabel": null | "criterionLabel": "๗.๓ ก" | criterionLabel  | ๗.๓ ก
                    "en": "Minutes"     | "en": "A photograph"   | example.en         | A photograph
                    "en": "Section LEGAL" | "en": "Lawyers"      | sectionTitles[0].title.en | Lawyers
                    "settled": null     | "settled": {"by": "u-1", "byName": "Somying", "at": "2022-01-07T01:00:00Z", "answer": "on paper"} | settled.byName | Somying
                    """)
    void takesOverWhatOnlyReadersSeeAndKeepsLinksAlive(
            String before, String after, String member, String shown) {
        mirror(cycle.owedBy("LEGAL", DUE));

        mirror(cycle.owedBy("LEGAL", DUE).replace(before, after));

        as("viewer")
                .get("/v1/deadlines/" + row("LEGAL"))
                .then()
                .body(member, hasToString(shown))
                .body("revision", equalTo(1));
    }

    @Test
    void remindsEachSectionOfItsOwnAndPersonsOfTheirs() {
        String legal = recipient(unit, "HEAD", "en", "LEGAL");
        String plan = recipient(unit, "HEAD", "th", "PLAN");
        String both =
                cycle.owedBy("PLAN", DUE)
                        .replace(
                                "\"persons\": []",
                                "\"persons\": [\"%s\", \"%s\", \"nobody\"]".formatted(legal, plan));
        mirror(cycle.owedBy("LEGAL", DUE), both);

        as("organiser")
                .body("{\"date\": \"2022-01-07\", \"dryRun\": true}")
                .post("/v1/runs")
                .then()
                .statusCode(200)
                .body(of(legal) + ".sections", contains(contains("LEGAL", "PLAN")))
                .body(of(legal) + ".section", contains(nullValue()))
                .body(of(legal) + ".criterionTitle", contains("Meetings"))
                .body("gaps.find { it.person == 'nobody' }.unit", equalTo(unit))
                .body(of(plan) + ".deadline", contains(row("PLAN")))
                .body(of(plan) + ".example", contains("รายงานการประชุม"));
    }

    @Test
    void tellsOfTheReaderWhoPressesDoneInAMail() {
        String head = recipient(unit, "HEAD", "en", "LEGAL");
        String due = Noon.today().plusDays(7).toString();
        mirror(cycle.owedBy("LEGAL", due), cycle.owedBy("PLAN", due));

        Mailed reader = Mailed.about(row("LEGAL"), head, unit);
        given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("answer", "held on Monday")
                .post(reader.link("Done"))
                .then()
                .statusCode(200)
                .body(containsString("It is marked as done."));

        awaitTold(
                "/" + unit + "/milestones/7.3.1/1?section=LEGAL ",
                "\"status\":\"DONE\"",
                "\"reason\":\"held on Monday\"",
                "\"by\":\"recipient:" + head + "\"",
                "\"byName\":\"สมหญิง ใจดี\"");
        as("viewer").get("/v1/deadlines/" + row("PLAN")).then().body("status", equalTo("PLANNED"));
    }

    @Test
    void aPersonHasItInTheirCalendarThoughTheyBelongToAnotherUnit() {
        String elsewhere = recipient(Api.freshUnit(), "HEAD", "en", "RECORDS");
        String due = Noon.today().plusDays(7).toString();
        mirror(
                cycle.owedBy("LEGAL", due)
                        .replace("\"persons\": []", "\"persons\": [\"" + elsewhere + "\"]"),
                cycle.owedBy("PLAN", due));
        String feed =
                as("organiser")
                        .post("/v1/recipients/" + elsewhere + "/calendar-tokens")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("url");

        String calendar =
                given().get(URI.create(feed).getPath())
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString()
                        .replace("\r\n ", "");

        assertThat(calendar)
                .containsOnlyOnce("BEGIN:VEVENT")
                .contains("UID:" + row("LEGAL") + "@kongdee")
                .contains("DESCRIPTION:" + unit + "\\, Section LEGAL\\, due ")
                .contains("\\nMeetings\\nExample: Minutes");
    }
}
