package org.kongdee.notification.link;

import static io.restassured.RestAssured.given;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.kongdee.notification.Api.as;
import static org.kongdee.notification.Api.deadline;
import static org.kongdee.notification.Api.freshUnit;
import static org.kongdee.notification.Api.recipient;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kongdee.notification.LocalStack;
import org.kongdee.notification.Noon;
import org.kongdee.test.TestInbox;

/** Follows links out of mails that really arrived. */
@QuarkusTest
@LocalStack
class LinkResourceTest {

    private static final Pattern LINK =
            Pattern.compile("(?m)^ *([A-Z][a-z ]+): \\S+(/links/\\S+)$");

    /** A head who has just got a mail about one deadline, due in a week. */
    private record Reader(
            String unit, String recipient, String deadline, Map<String, String> links) {

        String link(String text) {
            return String.valueOf(links.get(text));
        }
    }

    private static Reader reader() {
        String unit = freshUnit();
        Noon.policy(unit, "00:00");
        String head = recipient(unit, "HEAD", "en", "LEGAL");
        String deadline = deadline(unit, Noon.today().plusDays(7).toString());
        as("organiser")
                .body("{\"date\": \"%s\"}".formatted(Noon.today()))
                .post("/v1/runs")
                .then()
                .statusCode(200);
        String text =
                await().atMost(ofSeconds(30))
                        .until(
                                () -> TestInbox.messagesTo(head + "@slk.example"),
                                mails -> !mails.isEmpty())
                        .getFirst()
                        .text()
                        .orElseThrow()
                        .replace("\r", "");
        return new Reader(
                unit,
                head,
                deadline,
                LINK.matcher(text)
                        .results()
                        .collect(Collectors.toMap(m -> m.group(1), (MatchResult m) -> m.group(2))));
    }

    private static RequestSpecification form() {
        return given().contentType("application/x-www-form-urlencoded; charset=UTF-8");
    }

    private static String status(Reader reader) {
        return as("organiser")
                .queryParam("unit", reader.unit())
                .queryParam("from", Noon.today().toString())
                .get("/v1/deadlines")
                .then()
                .extract()
                .path("items[0].status");
    }

    @Test
    void openingALinkShowsAPageAndChangesNothing() {
        Reader reader = reader();

        given().get(reader.link("Done"))
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .body(containsString("Mark this as done?"));

        assertThat(status(reader)).isEqualTo("PLANNED");
    }

    @Test
    void pressingDoneSilencesTheDeadlineOnceAndCanBeUndone() {
        Reader reader = reader();

        String page =
                form().post(reader.link("Done"))
                        .then()
                        .statusCode(200)
                        .body(containsString("It is marked as done."))
                        .extract()
                        .asString();
        form().post(reader.link("Done")).then().statusCode(200);
        assertThat(status(reader)).isEqualTo("DONE");

        assertThat(given().get(reader.link("Done")).asString())
                .contains("This deadline needs nothing more.", "action=");
        form().post("/links/" + undoOf(page))
                .then()
                .statusCode(200)
                .body(containsString("It is open again."));
        assertThat(status(reader)).isEqualTo("PLANNED");
    }

    @Test
    void snoozesForSomeDaysButNotPastTheDueDate() {
        Reader reader = reader();

        form().formParam("days", "3")
                .post(reader.link("Remind me later"))
                .then()
                .statusCode(200)
                .body(containsString(Noon.today().plusDays(3).toString()));
        form().formParam("days", "8").post(reader.link("Remind me later")).then().statusCode(400);
        as("organiser")
                .body("{\"date\": \"%s\", \"dryRun\": true}".formatted(Noon.today().plusDays(3)))
                .post("/v1/runs")
                .then()
                .body(
                        "digests.find { it.recipient == '"
                                + reader.recipient()
                                + "' }.lines[0].leadDays",
                        equalTo(4));
    }

    @Test
    void notMineTellsTheOrganiserAndLeavesAGap() {
        Reader reader = reader();

        form().post(reader.link("Not mine")).then().statusCode(200);
        form().post(reader.link("Not mine")).then().statusCode(200);

        await().atMost(ofSeconds(30))
                .until(
                        () ->
                                TestInbox.messagesTo("organiser@slk.example").stream()
                                        .filter(m -> m.subject().contains(reader.unit()))
                                        .count(),
                        equalTo(1L));
        as("organiser")
                .queryParam("unit", reader.unit())
                .get("/v1/gaps")
                .then()
                .body("section", hasItem("LEGAL"));
        as("organiser")
                .body("{\"date\": \"%s\", \"dryRun\": true}".formatted(Noon.today().plusDays(6)))
                .post("/v1/runs")
                .then()
                .body("digests.recipient", not(hasItem(reader.recipient())))
                .body(
                        "suppressed.find { it.recipient == '" + reader.recipient() + "' }.reason",
                        equalTo("NOT_MINE"));
    }

    @Test
    void notMineIsTakenBackByThePerson() {
        Reader reader = reader();
        String said = form().post(reader.link("Not mine")).then().extract().asString();
        String again = given().get(reader.link("Not mine")).then().extract().asString();
        assertThat(again).contains("You will not hear of it again.");

        form().post("/links/" + undoOf(said))
                .then()
                .statusCode(200)
                .body(containsString("You will be told about it again."));
        form().post("/links/" + undoOf(again)).then().statusCode(200);

        assertThat(linesOf(reader)).hasSize(1);
        await().atMost(ofSeconds(30))
                .until(
                        () ->
                                TestInbox.messagesTo("organiser@slk.example").stream()
                                        .filter(
                                                m ->
                                                        m.subject().startsWith("Mine after all: ")
                                                                && m.subject()
                                                                        .contains(reader.unit()))
                                        .count(),
                        equalTo(1L));
    }

    @Test
    void notMineIsTakenBackByAnOrganiser() {
        Reader reader = reader();
        form().post(reader.link("Not mine")).then().statusCode(200);
        String silences = "/v1/recipients/" + reader.recipient() + "/silences";
        String due = Noon.today().plusDays(7).toString();

        as("officer", reader.unit())
                .get(silences)
                .then()
                .statusCode(200)
                .body("items.deadline", contains(reader.deadline()))
                .body("items.due", contains(due))
                .body("items.notMine", contains(true));
        as("officer", "OTHER").get(silences).then().statusCode(404);
        String one = silences + "/" + reader.deadline() + "/" + due;
        as("officer", reader.unit()).delete(one).then().statusCode(403);
        as("organiser").delete(one).then().statusCode(204);

        as("organiser").get(silences).then().body("total", equalTo(0));
        as("organiser").delete(one).then().statusCode(404);
        as("organiser").delete(silences + "/x/tomorrow").then().statusCode(400);
        assertThat(linesOf(reader)).hasSize(1);
    }

    /** What the reader would be told on the day before the due date. */
    private static List<Object> linesOf(Reader reader) {
        List<Object> lines =
                as("organiser")
                        .body(
                                "{\"date\": \"%s\", \"dryRun\": true}"
                                        .formatted(Noon.today().plusDays(6)))
                        .post("/v1/runs")
                        .then()
                        .extract()
                        .path(
                                "digests.find { it.recipient == '"
                                        + reader.recipient()
                                        + "' }?.lines");
        return lines == null ? List.of() : lines;
    }

    private static String undoOf(String page) {
        return Pattern.compile("action=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    @Test
    void pausesForAWeekAndNotForGood() {
        Reader reader = reader();

        form().post(reader.link("Pause reminders"))
                .then()
                .statusCode(200)
                .body(containsString(Noon.today().plusDays(7).toString()));

        as("organiser")
                .get("/v1/recipients/" + reader.recipient())
                .then()
                .body("pausedUntil", equalTo(Noon.today().plusDays(7).toString()));
    }

    @Test
    void aLinkOfAnEarlierRevisionDoesNothing() {
        Reader reader = reader();
        as("organiser")
                .header("If-Match", "*")
                .body("{\"due\": \"%s\"}".formatted(Noon.today().plusDays(9)))
                .patch("/v1/deadlines/" + reader.deadline())
                .then()
                .statusCode(200);

        form().post(reader.link("Done"))
                .then()
                .statusCode(410)
                .body(containsString("This deadline has changed"));
        assertThat(status(reader)).isEqualTo("PLANNED");
    }

    @Test
    void whatIsNoLinkOfOursIsNotFound() {
        given().get("/links/AAAA").then().statusCode(404);
        form().post("/links/" + "A".repeat(3000)).then().statusCode(404);
    }
}
