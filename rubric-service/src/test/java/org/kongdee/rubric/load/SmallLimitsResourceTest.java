package org.kongdee.rubric.load;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.kongdee.rubric.Api.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kongdee.rubric.Contest;
import org.kongdee.test.LogEar;
import org.kongdee.test.RawRequest;
import org.kongdee.test.StackResource;
import org.kongdee.test.TestTokens;

/** What happens at each limit, with limits so small that a test reaches them. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
@TestProfile(SmallLimitsResourceTest.Small.class)
class SmallLimitsResourceTest {

    private static final int MEBI = 1 << 20;
    private static final String NOWHERE =
            "{\"unit\":\"NOWHERE\",\"criterion\":\"1.1.2\",\"stage\":\"SELF\",\"claim\":{\"rung\":2}}\n";

    public static class Small implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.ofEntries(
                    Map.entry("kongdee.limits.requests-per-second", "50"),
                    Map.entry("kongdee.limits.requests-burst", "300"),
                    Map.entry("kongdee.limits.failures-per-second", "1"),
                    Map.entry("kongdee.limits.failures-burst", "20"),
                    Map.entry("kongdee.body.memory", "64M"),
                    Map.entry("kongdee.body.held-within", "PT4S"),
                    Map.entry("kongdee.body.rate-window", "PT1S"),
                    Map.entry("kongdee.body.most-unfinished-of-caller", "5"),
                    Map.entry("kongdee.answer.spool", "64M"),
                    Map.entry("kongdee.answer.rate-window", "PT1S"));
        }
    }

    @Test
    void tellsACallerWhoAsksTooOftenWhenToComeAgain() throws Exception {
        var statuses = new ArrayList<Future<Response>>();
        try (var threads = Executors.newFixedThreadPool(16)) {
            // A subject of its own: nobody else's requests count.
            String token = TestTokens.token("busy", "viewer", null);
            for (int i = 0; i < 1_500; i++) {
                statuses.add(
                        threads.submit(
                                () -> given().auth().oauth2(token).head("/v1/units/NOWHERE")));
            }
        }
        List<Response> refused =
                statuses.stream()
                        .map(Future::resultNow)
                        .filter(answer -> answer.statusCode() == 429)
                        .toList();
        assertThat(refused).isNotEmpty();
        refused.getFirst()
                .then()
                .header("Retry-After", equalTo("1"))
                .header("RateLimit-Policy", equalTo("\"requests\";q=300;w=6"))
                .header("RateLimit", equalTo("\"requests\";r=0;t=1"));
        as("viewer").get("/v1/units").then().statusCode(200);
    }

    @Test
    void tellsAnAddressThatTriesTokensTheSame() {
        String good = TestTokens.token("good", "viewer", null);
        given().auth().oauth2(good).get("/v1/units").then().statusCode(200);
        Response last = given().auth().oauth2("no.token").get("/v1/units");
        for (int i = 0; i < 60 && last.statusCode() != 429; i++) {
            last.then().statusCode(401);
            last = given().auth().oauth2("no.token." + i).get("/v1/units");
        }
        last.then()
                .statusCode(429)
                .header("Retry-After", equalTo("1"))
                .body("type", endsWith("/too-many-requests"));
        given().auth().oauth2(good).get("/v1/units").then().statusCode(200);
    }

    /** Together they would need four times the memory that there is for bodies. */
    @Test
    void answersEachOfTheLargestBodies() throws Exception {
        String filler = "\"" + "x".repeat(400) + "\",";
        String body = "[" + filler.repeat(4 * MEBI / filler.length() - 1) + "\"x\"]";
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Future<Response>> answers =
                    IntStream.range(0, 8)
                            .mapToObj(
                                    i ->
                                            threads.submit(
                                                    () ->
                                                            as("organiser", "LARGE-" + i)
                                                                    .body(body)
                                                                    .post("/v1/units")))
                            .toList();
            for (Future<Response> answer : answers) {
                int status = answer.get().statusCode();
                assertThat(status).isIn(200, 400, 413, 503);
                if (status == 503) {
                    assertThat(answer.get().header("Retry-After")).isEqualTo("2");
                }
            }
        }
        as("organiser").body(body).post("/v1/units").then().statusCode(413);
    }

    @Test
    void givesUpABodyThatDoesNotArrive() throws IOException {
        try (RawRequest slow =
                new RawRequest(
                        "PUT",
                        "/v1/units/SLOW",
                        TestTokens.token("slow", "organiser", null),
                        "Content-Type: application/json",
                        "Content-Length: 1000")) {
            assertThat(slow.send("{").status()).isEqualTo(408);
        }
    }

    @Test
    void givesUpAStreamThatIsTooSlow() throws Exception {
        String path = "/v1/cycles/%s/scores".formatted(Contest.open().cycle());
        try (RawRequest slow =
                new RawRequest(
                        "POST",
                        path,
                        TestTokens.token("automation"),
                        "Content-Type: application/x-ndjson",
                        "Content-Length: 100000")) {
            while (slow.socket().getInputStream().available() == 0) {
                slow.send(" ");
                Thread.sleep(200);
            }
            assertThat(slow.status()).isEqualTo(408);
        }
    }

    @Test
    void cutsTheSlowestOfACallerWhoSendsTooMany() throws Exception {
        var senders = new ArrayList<RawRequest>();
        try {
            String path = "/v1/cycles/%s/scores".formatted(Contest.open().cycle());
            for (int i = 0; i < 5; i++) {
                senders.add(
                        new RawRequest(
                                "POST",
                                path,
                                TestTokens.token("many", "automation", null),
                                "Content-Type: application/x-ndjson",
                                "Content-Length: 1000000"));
            }
            byte[] steady = " ".repeat(20_000).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 12; i++) {
                for (RawRequest sender : senders.subList(1, 5)) {
                    sender.send(steady);
                }
                senders.getFirst().send(" ".repeat(8_000));
                Thread.sleep(200);
            }
            given().auth()
                    .oauth2(TestTokens.token("many", "automation", null))
                    .contentType("application/x-ndjson")
                    .body(NOWHERE.getBytes(StandardCharsets.UTF_8))
                    .post(path)
                    .then()
                    .statusCode(200);
            String head = senders.getFirst().head();
            assertThat(head).startsWith("HTTP/1.1 408");
        } finally {
            for (RawRequest sender : senders) {
                sender.close();
            }
        }
    }

    @Test
    void refusesALongAnswerForWhichThereIsNoRoomBeforeItBegins() {
        as("automation")
                .contentType("application/x-ndjson")
                .body(NOWHERE.repeat(9 * MEBI / NOWHERE.length()).getBytes(StandardCharsets.UTF_8))
                .post("/v1/cycles/%s/scores".formatted(Contest.open().cycle()))
                .then()
                .statusCode(503)
                .header("Retry-After", equalTo("5"))
                .body("detail", containsString("wait to be read"));
    }

    @Test
    @Timeout(60)
    void cutsAReaderWhoStops() throws Exception {
        byte[] body = NOWHERE.repeat(40_000).getBytes(StandardCharsets.UTF_8);
        try (var ear = new LogEar();
                RawRequest reader =
                        new RawRequest(
                                "POST",
                                "/v1/cycles/%s/scores".formatted(Contest.open().cycle()),
                                TestTokens.token("automation"),
                                "Content-Type: application/x-ndjson",
                                "Content-Length: " + body.length)) {
            reader.send(body);
            Thread.sleep(8_000);
            String got = new String(reader.rest(), StandardCharsets.UTF_8);
            assertThat(got).startsWith("HTTP/1.1 200").doesNotContain("\"rejected\":40000");
            assertThat(ear.errors()).isEmpty();
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("reset");
        }
    }
}
