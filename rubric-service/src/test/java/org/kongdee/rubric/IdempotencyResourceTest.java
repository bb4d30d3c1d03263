package org.kongdee.rubric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.kongdee.rubric.Api.as;
import static org.kongdee.rubric.Api.freshUnit;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.Base64;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kongdee.test.StackResource;
import org.kongdee.test.TestTokens;
import org.kongdee.web.sql.Sql;

/** What an Idempotency-Key keeps, of whom, and how much. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class IdempotencyResourceTest {

    private static final String NDJSON = "application/x-ndjson";
    private static final int MEBI = 1 << 20;

    /** Two characters of the body for some three hundred of the answer. */
    private static final String NOISE = "[" + "1,".repeat(9_999) + "1]";

    @Inject Sql sql;
    @Inject DataSource database;

    private Contest contest = new Contest("", "", "");
    private String key = "";
    private String subject = "";

    @BeforeEach
    void open() {
        contest = Contest.open();
        key = UUID.randomUUID().toString();
        subject = "caller-" + key;
    }

    @Test
    void aLongAnswerIsKeptGzippedAndRepeatedAsItWas() {
        String first = scores("", NOISE).then().statusCode(200).extract().asString();

        String again =
                scores("", NOISE)
                        .then()
                        .statusCode(200)
                        .header("Idempotency-Replayed", "true")
                        .extract()
                        .asString();

        assertThat(again).isEqualTo(first);
        assertThat(first.length()).isGreaterThan(2 * MEBI);
        assertThat(keptBytes()).isBetween(1L, MEBI / 4L);
    }

    @Test
    void ofAnAnswerTooLongEvenSoTheCountsAreKept() {
        String lines = "[" + incompressible(",") + "," + good() + "]";
        scores("", lines).then().statusCode(200).body("outcomes", hasSize(2_001));

        scores("", lines)
                .then()
                .statusCode(200)
                .header("Idempotency-Replayed", "summary")
                .body("accepted", equalTo(1))
                .body("rejected", equalTo(2_000))
                .body("outcomes", hasSize(0));
        assertThat(keptBytes()).isBetween(1L, 200L);
    }

    @Test
    void ofLinesTooLongTheLastIsKept() {
        String lines = incompressible("\n") + "\n" + good();
        ndjson(lines).then().statusCode(200).header("Idempotency-Replayed", nullValue());

        String again =
                ndjson(lines)
                        .then()
                        .statusCode(200)
                        .contentType(NDJSON)
                        .header("Idempotency-Replayed", "summary")
                        .extract()
                        .asString();

        assertThat(again).isEqualTo("{\"accepted\":1,\"rejected\":2000}\n");
    }

    @Test
    void ofARefusalTooLongTheProblemIsKeptWithoutItsPlaces() {
        String lines = "[" + incompressible(",") + "]";
        scores("?mode=atomic", lines).then().statusCode(422).body("outcomes", hasSize(2_000));

        scores("?mode=atomic", lines)
                .then()
                .statusCode(422)
                .header("Idempotency-Replayed", "summary")
                .body("type", equalTo("https://kongdee.org/problems/bulk-refused"))
                .body("rejected", equalTo(2_000))
                .body("outcomes", hasSize(0));
    }

    /** In another unit it is another caller, who may not see what the first one was told. */
    @Test
    void whoMovedToAnotherUnitHasOtherKeys() {
        String body = "[" + good() + "]";
        scores("", body).then().statusCode(200).body("accepted", equalTo(1));

        post(caller(freshUnit()), "", body)
                .then()
                .statusCode(200)
                .header("Idempotency-Replayed", nullValue());
        scores("", body).then().header("Idempotency-Replayed", "true");
    }

    @ParameterizedTest
    @CsvSource({"9999, 100, 100", "1, 67108863, 67108863"})
    void keysAndAnswersOfACallerAreLimitedForADay(int keys, int bytes, int newest) {
        String body = "[" + good() + "]";
        keep(Duration.ofMinutes(-30), 1, newest);
        keep(Duration.ofMinutes(-90), keys - 1, bytes);
        scores("", body).then().statusCode(200);
        String first = key;

        key = UUID.randomUUID().toString();
        int wait =
                Integer.parseInt(
                        scores("", body)
                                .then()
                                .statusCode(429)
                                .body(
                                        "type",
                                        equalTo("https://kongdee.org/problems/too-many-requests"))
                                .body("detail", containsString("10000 Idempotency-Keys"))
                                .extract()
                                .header("Retry-After"));

        // The first that expires makes room.
        Duration oldest = Duration.ofHours(24).minusMinutes(keys > 1 ? 90 : 30);
        assertThat(wait)
                .isBetween((int) oldest.minusMinutes(2).toSeconds(), (int) oldest.toSeconds());
        as("viewer").get(contest.assessment() + "/history").then().body("total", equalTo(1));
        // What is kept is answered, and who sends no key needs no room.
        key = first;
        scores("", body).then().statusCode(200).header("Idempotency-Replayed", "true");
        caller(null).body("[]").post(path("")).then().statusCode(200);
        post(caller(freshUnit()), "", body).then().statusCode(200);
    }

    @Test
    void whatExpiredCountsNoMore() {
        keep(Duration.ofHours(-25), 12_000, 10_000);

        scores("", "[" + good() + "]").then().statusCode(200);
    }

    /** A request that is being done holds up none of the same caller with another key. */
    @Test
    void keysOfOneCallerDoNotWaitForEachOther() throws Exception {
        try (Connection other = database.getConnection()) {
            other.setAutoCommit(false);
            try (PreparedStatement taking =
                    other.prepareStatement(
                            "insert into idempotency_key (caller, unit, operation, key, body_hash, created_at)"
                                    + " values (?, '', ?, 'other', '', now())")) {
                taking.setString(1, subject);
                taking.setString(2, "POST " + path(""));
                assertThat(taking.executeUpdate()).isEqualTo(1);

                scores("", "[" + good() + "]").then().statusCode(200);
            }
            other.rollback();
        }
    }

    private Response scores(String query, String body) {
        return post(caller(null), query, body);
    }

    private Response ndjson(String body) {
        return caller(null)
                .contentType(NDJSON)
                .header("Idempotency-Key", key)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(path(""));
    }

    private Response post(RequestSpecification caller, String query, String body) {
        return caller.header("Idempotency-Key", key).body(body).post(path(query));
    }

    private RequestSpecification caller(String unit) {
        return RestAssured.given()
                .auth()
                .oauth2(TestTokens.token(subject, "automation", unit))
                .contentType("application/json");
    }

    private String path(String query) {
        return "/v1/cycles/" + contest.cycle() + "/scores" + query;
    }

    private String good() {
        return line("1.1.2");
    }

    private String line(String criterion) {
        return "{\"unit\":\"%s\",\"criterion\":\"%s\",\"claim\":{\"rung\":1}}"
                .formatted(contest.unit(), criterion);
    }

    /** Lines that are refused in their own words, which gzip finds no pattern in. */
    private String incompressible(String separator) {
        var random = new Random(2565);
        var word = new byte[750];
        return IntStream.range(0, 2_000)
                .mapToObj(
                        _ -> {
                            random.nextBytes(word);
                            return line(Base64.getUrlEncoder().encodeToString(word));
                        })
                .collect(Collectors.joining(separator));
    }

    private long keptBytes() {
        return sql.one(
                "select bytes, octet_length(body) as length from idempotency_key where key = :key",
                kept -> kept.text("key", key),
                row -> {
                    assertThat(row.longNumber("bytes")).isEqualTo(row.longNumber("length"));
                    return row.longNumber("bytes");
                });
    }

    /** Keys that the caller took some time ago. */
    private void keep(Duration ago, int count, int bytes) {
        sql.update(
                """
                insert into idempotency_key (caller, unit, operation, key, body_hash, created_at, status, bytes)
                select :caller, '', 'POST /v1', 'kept-' || :seconds || '-' || n, '', now() + make_interval(secs => :seconds), 204,
                       :bytes
                  from generate_series(1, :count) n
                """,
                kept ->
                        kept.text("caller", subject)
                                .number("seconds", (int) ago.toSeconds())
                                .number("count", count)
                                .number("bytes", bytes));
    }
}
