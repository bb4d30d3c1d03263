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
import static org.kongdee.notification.Api.freshUnit;
import static org.kongdee.notification.Api.recipient;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kongdee.notification.LocalStack;
import org.kongdee.notification.Noon;
import org.kongdee.test.TestInbox;

/** Follows links out of mails that really arrived. */
@QuarkusTest
@LocalStack
class LinkResourceTest {

    private static RequestSpecification form() {
        return given().contentType("application/x-www-form-urlencoded; charset=UTF-8");
    }

    @Test
    void openingALinkShowsAPageAndChangesNothing() {
        Mailed reader = Mailed.toAHead();

        given().get(reader.link("Done"))
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "same-origin")
                .body(containsString("Mark this as done?"));

        assertThat(reader.status()).isEqualTo("PLANNED");
    }

    @Test
    void pressingDoneSilencesTheDeadlineOnceAndCanBeUndone() {
        Mailed reader = Mailed.toAHead();

        String page =
                form().post(reader.link("Done"))
                        .then()
                        .statusCode(200)
                        .body(containsString("It is marked as done."))
                        .extract()
                        .asString();
        form().post(reader.link("Done")).then().statusCode(200);
        assertThat(reader.status()).isEqualTo("DONE");

        assertThat(given().get(reader.link("Done")).asString())
                .contains("This needs nothing more.", "action=");
        form().post("/links/" + undoOf(page))
                .then()
                .statusCode(200)
                .body(containsString("It is open again."));
        assertThat(reader.status()).isEqualTo("PLANNED");
    }

    @ParameterizedTest
    @CsvSource({
        "en, Done, undone by the link in a reminder",
        "th, ทำเสร็จแล้ว, ยกเลิกสถานะเสร็จแล้วผ่านลิงก์ในอีเมลแจ้งเตือน"
    })
    void theHistorySaysInTheReadersLanguageThatALinkUndidIt(
            String language, String done, String reason) {
        String unit = freshUnit();
        Mailed reader = Mailed.to(recipient(unit, "HEAD", language, "LEGAL"), unit);
        String page = form().post(reader.link(done)).asString();

        form().post("/links/" + undoOf(page)).then().statusCode(200);

        as("viewer")
                .get("/v1/tasks/" + reader.deadline() + "/history")
                .then()
                .body("items[0].action", equalTo("UNDONE"))
                .body("items[0].answer", equalTo(reason));
    }

    @Test
    void snoozesForSomeDaysButNotPastTheDueDate() {
        Mailed reader = Mailed.toAHead();

        form().formParam("days", "3")
                .post(reader.link("Remind me later"))
                .then()
                .statusCode(200)
                .body(containsString(Noon.today().plusDays(3).toString()));
        form().formParam("days", "3\u0000")
                .post(reader.link("Remind me later"))
                .then()
                .statusCode(400);
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
    void offersAsManyDaysAsAreLeft() {
        String unit = freshUnit();
        String head = recipient(unit, "HEAD", "en", "LEGAL");
        String key = org.kongdee.notification.Api.task(unit, Noon.today().plusDays(1).toString());
        Mailed reader = Mailed.about(key, head, unit);
        String link = reader.link("Remind me later");
        assertThat(given().get(link).asString())
                .contains("<option value=\"1\">")
                .doesNotContain("<option value=\"2\">");

        form().formParam("days", "2")
                .post(link)
                .then()
                .statusCode(422)
                .body(containsString("That would be after the due date."))
                .body(containsString("<option value=\"1\">"));
        as("organiser")
                .get("/v1/recipients/" + head + "/silences")
                .then()
                .body("total", equalTo(0));
        form().formParam("days", "1")
                .post(link)
                .then()
                .statusCode(200)
                .body(containsString(Noon.today().plusDays(1).toString()));
    }

    /** The form of a page, and what mail programs send: browsers use either encoding. */
    @Test
    void takesAFormInPartsWithALongThaiAnswer() {
        String answer = "ส่งแล้ว\nครบ " + "ก".repeat(1985);
        for (boolean inParts : List.of(true, false)) {
            Mailed reader = Mailed.toAHead();
            RequestSpecification sent =
                    inParts
                            ? given().multiPart(
                                            new io.restassured.builder.MultiPartSpecBuilder(answer)
                                                    .controlName("answer")
                                                    .charset("UTF-8")
                                                    .build())
                            : form().formParam("answer", answer);

            sent.post(reader.link("Done")).then().statusCode(200);

            as("viewer")
                    .get("/v1/tasks/" + reader.deadline())
                    .then()
                    .body("settled.answer", equalTo(answer));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "multipart/form-data                | answer=x",
                "multipart/form-data; boundary=here | answer=x",
                "multipart/form-data; boundary=here | --here\\nContent-Disposition: form-data; name=\"answer\"\\n\\nx",
                "application/json                   | {}"
            })
    void refusesAFormThatCannotBeRead(String type, String body) {
        Mailed reader = Mailed.toAHead();

        given().config(
                        RestAssured.config()
                                .encoderConfig(
                                        EncoderConfig.encoderConfig()
                                                .appendDefaultContentCharsetToContentTypeIfUndefined(
                                                        false)))
                .contentType(type)
                .body(body.replace("\\n", "\r\n").getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post(reader.link("Done"))
                .then()
                .statusCode(type.startsWith("multipart") ? 400 : 415);

        assertThat(reader.status()).isEqualTo("PLANNED");
    }

    @Test
    void notMineTellsTheOrganiserAndLeavesAGap() {
        Mailed reader = Mailed.toAHead();

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
        Mailed reader = Mailed.toAHead();
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
        Mailed reader = Mailed.toAHead();
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
    private static List<Object> linesOf(Mailed reader) {
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
        Mailed reader = Mailed.toAHead();

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
        Mailed reader = Mailed.toAHead();
        as("organiser")
                .header("If-Match", "*")
                .body("{\"due\": \"%s\"}".formatted(Noon.today().plusDays(9)))
                .patch("/v1/tasks/" + reader.deadline())
                .then()
                .statusCode(200);

        form().post(reader.link("Done"))
                .then()
                .statusCode(410)
                .body(containsString("This deadline has changed"));
        assertThat(reader.status()).isEqualTo("PLANNED");
    }

    @Test
    void whatIsNoLinkOfOursIsNotFound() {
        given().get("/links/AAAA").then().statusCode(404);
        form().post("/links/" + "A".repeat(3000)).then().statusCode(404);
    }

    @Test
    void aLinkIsALineOfText() {
        given().urlEncodingEnabled(false)
                .get("/links/AA%00AA")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("token"));
    }

    @Test
    void anAnswerIsKeptAndSaidToWhoeverOpensTheLinkAgain() {
        Mailed reader = Mailed.toAHead();
        assertThat(given().get(reader.link("Done")).asString())
                .contains("This settles it for: LEGAL", "<textarea");

        form().formParam("answer", "x".repeat(2001))
                .post(reader.link("Done"))
                .then()
                .statusCode(422)
                .body(containsString("more than 2,000 characters"), containsString("<textarea"));
        assertThat(reader.status()).isEqualTo("PLANNED");
        form().formParam("answer", "handed in\r\non <b>paper</b>")
                .post(reader.link("Done"))
                .then()
                .statusCode(200);

        assertThat(given().get(reader.link("Done")).asString())
                .contains("settled by สมหญิง ใจดี", "handed in on &lt;b&gt;paper&lt;/b&gt;");
        as("viewer")
                .get("/v1/tasks/" + reader.deadline())
                .then()
                .body("settled.answer", equalTo("handed in\non <b>paper</b>"))
                .body("settled.by", equalTo("recipient:" + reader.recipient()));
    }

    @Test
    void aReportStatesItsFiguresAsPeopleWriteThem() {
        String unit = freshUnit();
        String head = recipient(unit, "HEAD", "en", "LEGAL");
        String key = org.kongdee.notification.Api.freshKey("report");
        as("organiser")
                .body(
                        """
                        {"title": "Report", "unit": "%s", "sections": ["LEGAL"], "start": "%s", "rrule": "FREQ=DAILY;COUNT=1",
                         "figures": [{"code": "spent", "title": {"en": "Budget spent", "th": "ผลการใช้จ่าย"}}]}"""
                                .formatted(unit, Noon.today().plusDays(7)))
                .put("/v1/tasks/" + key)
                .then()
                .statusCode(201);
        Mailed reader = Mailed.about(key, head, unit);
        assertThat(given().get(reader.link("Done")).asString()).contains("Budget spent");

        form().formParam("code", "spent")
                .formParam("figure", "a lot")
                .post(reader.link("Done"))
                .then()
                .statusCode(422)
                .body(containsString("a lot"));
        form().formParam("code", "spent")
                .formParam("figure", "๑๒๕,๐๐๐.๕๐")
                .post(reader.link("Done"))
                .then()
                .statusCode(200);

        as("viewer")
                .get("/v1/tasks/" + key + "/occurrences")
                .then()
                .body("settled.figures.spent", contains(125000.5f));
    }

    @Test
    void linksDieWithARevocationAndSilencesToo() {
        Mailed reader = Mailed.toAHead();
        form().post(reader.link("Not mine")).then().statusCode(200);

        as("organiser")
                .post("/v1/recipients/" + reader.recipient() + "/links/revoke")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""));

        form().post(reader.link("Done")).then().statusCode(410);
        assertThat(linesOf(reader)).hasSize(1);
    }

    @Test
    void linksDieWithTheAddressAndWithTheRecipientForGood() {
        Mailed reader = Mailed.toAHead();
        String path = "/v1/recipients/" + reader.recipient();
        String body =
                """
                {"email": "%s@slk.example", "name": "B", "language": "en",
                 "posts": [{"unit": "%s", "sections": ["LEGAL"], "role": "HEAD"}]}""";
        as("organiser").header("If-Match", "*").delete(path).then().statusCode(204);
        as("organiser")
                .body(body.formatted(reader.recipient(), reader.unit()))
                .put(path)
                .then()
                .statusCode(201);
        form().post(reader.link("Done")).then().statusCode(410);

        Mailed other = Mailed.toAHead();
        as("organiser")
                .header("If-Match", "*")
                .body(body.formatted(other.recipient() + ".new", other.unit()))
                .put("/v1/recipients/" + other.recipient())
                .then()
                .statusCode(200);
        form().post(other.link("Done")).then().statusCode(410);
        assertThat(other.status()).isEqualTo("PLANNED");
    }
}
