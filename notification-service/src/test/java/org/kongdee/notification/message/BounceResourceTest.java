package org.kongdee.notification.message;

import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.kongdee.notification.Api.as;
import static org.kongdee.notification.Api.freshUnit;
import static org.kongdee.notification.Api.recipient;
import static org.kongdee.notification.Api.task;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.kongdee.notification.LocalStack;
import org.kongdee.notification.Noon;

/** An address that mail comes back from is seen by whoever can correct it. */
@QuarkusTest
@LocalStack
class BounceResourceTest {

    private static final String REPLY = "{\"reply\": \"550 5.1.1 no such user here\"}";

    /** Somebody who has got a mail. */
    private record Reader(String unit, String recipient, String message) {

        String path() {
            return "/v1/recipients/" + recipient;
        }
    }

    private static Reader reader() {
        String unit = freshUnit();
        Noon.policy(unit, "00:00");
        String recipient = recipient(unit, "HEAD", "en", "LEGAL");
        task(unit, Noon.today().plusDays(7).toString());
        as("organiser")
                .body("{\"date\": \"%s\"}".formatted(Noon.today()))
                .post("/v1/runs")
                .then()
                .statusCode(200);
        await().atMost(ofSeconds(30))
                .untilAsserted(() -> reminders(recipient).body("items.status", contains("SENT")));
        return new Reader(unit, recipient, reminders(recipient).extract().path("items[0].message"));
    }

    private static ValidatableResponse reminders(String recipient) {
        return as("organiser").queryParam("recipient", recipient).get("/v1/reminders").then();
    }

    private static void bounce(String message) {
        as("automation")
                .body(REPLY)
                .post("/v1/messages/" + message + "/bounce")
                .then()
                .statusCode(200)
                .body("state", equalTo("FAILED"))
                .body("attempts.outcome", contains("SENT", "FAILED"));
    }

    @Test
    void aMailThatComesBackFailsItsRemindersAndShowsOnTheRecipient() {
        Reader reader = reader();
        String etag = as("organiser").get(reader.path()).header("ETag");

        bounce(reader.message());
        bounce(reader.message());

        reminders(reader.recipient()).body("items.status", contains("FAILED"));
        as("automation")
                .header("If-None-Match", etag)
                .get(reader.path())
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(etag)))
                .body("lastFailure.reply", equalTo("came back: 550 5.1.1 no such user here"))
                .body("lastFailure.at", notNullValue())
                .body("lastFailure.message", equalTo(reader.message()));
        as("automation")
                .queryParam("failing", true)
                .queryParam("unit", reader.unit())
                .get("/v1/recipients")
                .then()
                .body("items.recipient", contains(reader.recipient()))
                .body("items[0].etag", equalTo(as("organiser").get(reader.path()).header("ETag")))
                .body("total", equalTo(1));
    }

    @Test
    void aCorrectedAddressHasNotFailed() {
        Reader reader = reader();
        bounce(reader.message());
        as("automation")
                .header("If-Match", as("organiser").get(reader.path()).header("ETag"))
                .body(
                        """
                        {"email": "corrected@slk.example", "name": "สมหญิง ใจดี", "language": "en",
                         "posts": [{"unit": "%s", "sections": ["LEGAL"], "role": "HEAD"}]}"""
                                .formatted(reader.unit()))
                .put(reader.path())
                .then()
                .statusCode(200)
                .body("lastFailure", nullValue());
        as("automation")
                .queryParam("failing", true)
                .get("/v1/recipients")
                .then()
                .body("items.recipient", not(hasItem(reader.recipient())));
    }

    @Test
    void whoHasNotSeenTheFailureDoesNotOverwrite() {
        Reader reader = reader();
        String before = as("organiser").get(reader.path()).header("ETag");
        bounce(reader.message());

        as("automation").header("If-Match", before).delete(reader.path()).then().statusCode(412);
        as("automation")
                .header("If-Match", as("organiser").get(reader.path()).header("ETag"))
                .delete(reader.path())
                .then()
                .statusCode(204);
    }

    @Test
    void onlyAMailThatWasSentComesBack() {
        String unit = freshUnit();
        Noon.policy(unit, "23:59");
        String recipient = recipient(unit, "HEAD", "en", "LEGAL");
        task(unit, Noon.today().plusDays(7).toString());
        as("organiser")
                .body("{\"date\": \"%s\"}".formatted(Noon.today()))
                .post("/v1/runs")
                .then()
                .statusCode(200);
        String queued = reminders(recipient).extract().path("items[0].message");

        as("automation")
                .body(REPLY)
                .post("/v1/messages/" + queued + "/bounce")
                .then()
                .statusCode(409)
                .body("type", equalTo("https://kongdee.org/problems/not-sent"));
        as("automation")
                .body("{\"reply\": \" \"}")
                .post("/v1/messages/" + queued + "/bounce")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/reply"));
        as("viewer").body(REPLY).post("/v1/messages/" + queued + "/bounce").then().statusCode(403);
    }
}
