package org.kongdee.rubric.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.kongdee.rubric.Api.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kongdee.rubric.Contest;
import org.kongdee.test.StackResource;
import org.kongdee.test.TestTokens;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class BulkScoreResourceTest {

    private static final String NDJSON = "application/x-ndjson";

    private Contest contest = new Contest("", "", "");

    @BeforeEach
    void open() {
        contest = Contest.open();
    }

    @Test
    void keepsTheGoodLinesAndAnswersForEach() {
        post(
                        "",
                        array(
                                line("1.1.2", "{\"rung\":2}"),
                                line("1.1.1", "{\"rung\":7}"),
                                line("9.9.9", "{\"rung\":1}"),
                                line("1.1.2", "{\"rung\":1}"),
                                line("1.1.3", "{\"rung\":1}").replace(contest.unit(), "NOWHERE"),
                                line("1.1.4", "{\"rung\":1e0}"),
                                line("1.1.5", "{\"rung\":1}").replace("claim", "clam"),
                                line("2.1", "{\"rung\":3}")))
                .then()
                .statusCode(200)
                .body("accepted", equalTo(2))
                .body("rejected", equalTo(6))
                .body("outcomes.line", contains(1, 2, 3, 4, 5, 6, 7, 8))
                .body("outcomes.status", contains(201, 422, 422, 422, 422, 400, 400, 201))
                .body("outcomes[0].points", equalTo(1.5f))
                .body("outcomes[1].problem.errors[0].pointer", equalTo("/claim/rung"))
                .body("outcomes[2].problem.errors[0].pointer", equalTo("/criterion"))
                .body("outcomes[4].problem.errors[0].pointer", equalTo("/unit"))
                .body("outcomes[5].problem.errors[0].pointer", equalTo("/claim/rung"));

        result().body("points", equalTo(3.5f)).body("scored", equalTo(2));
    }

    @Test
    void atomicWritesAllOrNothing() {
        post("?mode=atomic", array(line("1.1.2", "{\"rung\":2}"), line("1.1.1", "{\"rung\":7}")))
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("outcomes", hasSize(2))
                .body("outcomes.status", contains(201, 422));
        result().body("scored", equalTo(0));

        post("?mode=atomic", array(line("1.1.2", "{\"rung\":2}"), line("1.1.1", "{\"rung\":3}")))
                .then()
                .statusCode(200)
                .body("accepted", equalTo(2));
        result().body("points", equalTo(3.5f));
    }

    @Test
    void aDryRunWritesNothing() {
        post("?dryRun=true", array(line("1.1.2", "{\"rung\":2}")))
                .then()
                .statusCode(200)
                .body("outcomes[0].points", equalTo(1.5f));

        result().body("scored", equalTo(0));
    }

    @Test
    void anUnknownModeOrABodyThatIsNoArrayIsRefused() {
        post("?mode=most", "[]")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("mode"));
        post("?dryrun=true", "[]")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("dryrun"));
        for (String second :
                new String[] {"&dryrun=true", "&dryrun", "&dry%72un=", ";dryrun=true"}) {
            // as it stands: the client would encode the % and the semicolon
            as("automation")
                    .urlEncodingEnabled(false)
                    .body("[]")
                    .post(path("?dryRun=true" + second))
                    .then()
                    .statusCode(400)
                    .body("errors[0].parameter", equalTo("dryrun"));
        }
        post("", "{}").then().statusCode(400);
        post("", "[{]").then().statusCode(400);
        post("", "").then().statusCode(400);
    }

    @Test
    void moreLinesThanAreTakenAreRefusedWholeAndALineOfManyTiersForItself() {
        String tiers =
                "{\"tiers\":[%s]}"
                        .formatted(
                                String.join(",", Collections.nCopies(51, "{\"tier\":\"NONE\"}")));
        String parts =
                "{\"parts\":{%s}}"
                        .formatted(
                                IntStream.range(0, 21)
                                        .mapToObj(i -> "\"p%d\":1".formatted(i))
                                        .collect(Collectors.joining(",")));

        post("", "[" + "1,".repeat(10_000) + "1]")
                .then()
                .statusCode(413)
                .body("type", equalTo("https://kongdee.org/problems/too-many-lines"));
        post("", array(line("7.4.1", tiers), line("3.1", parts), line("1.1.2", "{\"rung\":2}")))
                .then()
                .statusCode(200)
                .body("outcomes.status", contains(400, 400, 201))
                .body("outcomes[0].problem.errors[0].pointer", equalTo("/claim/tiers"))
                .body("outcomes[1].problem.errors[0].pointer", equalTo("/claim/parts"));
    }

    /** Where a line goes wrong inside what it holds, the next one begins where it begins. */
    @Test
    void aLineThatGoesWrongDeepInsideIsNoneOfTheOthersBusiness() {
        String deep = line("1.1.1", "{\"rung\":[[1,{\"a\":[2]}],{}]}");
        String twice = line("1.1.1", "{\"rung\":1}").replace("SELF\"", "SELF\",\"stage\":\"SELF\"");

        post("", array("[[]]", "7", "null", deep, line("1.1.2", "{\"rung\":2}")))
                .then()
                .statusCode(200)
                .body("outcomes.status", contains(400, 400, 400, 400, 201))
                .body("outcomes[3].problem.errors[0].pointer", equalTo("/claim/rung"));
        post("", array(twice, line("1.1.3", "{\"rung\":2}")))
                .then()
                .statusCode(400)
                .body("errors[0].detail", containsString("stands twice"));
        post("", "[" + line("1.1.3", "{\"rung\":2}") + ",{\"unit\":\"").then().statusCode(400);
        result().body("scored", equalTo(1));
    }

    @Test
    void ndjsonInGivesNdjsonOutWithASummaryLast() {
        String lines =
                Stream.of(line("1.1.2", "{\"rung\":2}"), "{oops", "", line("1.1.1", "{\"rung\":1}"))
                        .collect(Collectors.joining("\n"));

        String answer =
                as("automation")
                        .contentType(NDJSON)
                        .body(lines.getBytes(StandardCharsets.UTF_8))
                        .post(path(""))
                        .then()
                        .statusCode(200)
                        .contentType(NDJSON)
                        .extract()
                        .asString();

        List<String> out = answer.lines().toList();
        assertThat(out).hasSize(4);
        assertThat(out.get(0)).startsWith("{\"line\":1,\"status\":201");
        assertThat(out.get(1)).startsWith("{\"line\":2,\"status\":400");
        assertThat(out.get(2)).startsWith("{\"line\":4,\"status\":201");
        assertThat(out.get(3)).isEqualTo("{\"accepted\":2,\"rejected\":1}");
        result().body("scored", equalTo(2));
    }

    /**
     * A file of some editors begins with a byte order mark, and so does what is joined of several.
     */
    @ParameterizedTest
    @ValueSource(strings = {"", "?mode=atomic"})
    void aByteOrderMarkIsNoPartOfALineAndLinesAreThoseOfTheFile(String query) {
        String lines =
                "\uFEFF%s\r\n\r\n  \n\uFEFF%s\n\n"
                        .formatted(line("1.1.2", "{\"rung\":2}"), line("1.1.1", "{\"rung\":1}"));

        List<String> out = ndjson(query, lines);

        assertThat(out).hasSize(3);
        assertThat(out.get(0)).startsWith("{\"line\":1,\"status\":201");
        assertThat(out.get(1)).startsWith("{\"line\":4,\"status\":201");
        assertThat(out.get(2)).isEqualTo("{\"accepted\":2,\"rejected\":0}");
        result().body("scored", equalTo(2));
    }

    @Test
    void ofNothingButAByteOrderMarkThereIsNoLine() {
        assertThat(ndjson("", "\uFEFF")).containsExactly("{\"accepted\":0,\"rejected\":0}");
    }

    @Test
    void overwriteWritesWhetherSomethingIsThereOrNot() {
        post("", array(line("1.1.2", "{\"rung\":1}"))).then().statusCode(200);
        String there = line("1.1.2", "{\"rung\":2}");
        String free = line("1.1.1", "{\"rung\":1}");

        post("?overwrite=true", array(there, free))
                .then()
                .statusCode(200)
                .body("outcomes.status", contains(200, 201));
        result().body("points", equalTo(2.5f)).body("scored", equalTo(2));
        // The same again is no change.
        post("?overwrite=true&mode=atomic", array(there, free))
                .then()
                .statusCode(200)
                .body("outcomes.status", contains(200, 200));
        as("viewer").get(contest.assessment() + "/history").then().body("total", equalTo(3));
        assertThat(ndjson("?overwrite=true", line("1.1.2", "{\"rung\":3}")).getFirst())
                .startsWith("{\"line\":1,\"status\":200");
        result().body("points", equalTo(3));
    }

    @Test
    void theIfMatchOfALineGoesBeforeOverwrite() {
        post("", array(line("1.1.2", "{\"rung\":1}"))).then().statusCode(200);
        String stale = line("1.1.2", "{\"rung\":2}").replace("}}", "},\"ifMatch\":\"\\\"77\\\"\"}");
        String nothing = line("1.1.1", "{\"rung\":1}").replace("}}", "},\"ifMatch\":\"*\"}");
        String unreadable = line("1.1.3", "{\"rung\":1}").replace("}}", "},\"ifMatch\":\"77\"}");

        post("?overwrite=true", array(stale, nothing, unreadable))
                .then()
                .statusCode(200)
                .body("outcomes.status", contains(412, 412, 400))
                .body("outcomes[2].problem.errors[0].pointer", equalTo("/ifMatch"));
        result().body("points", equalTo(1)).body("scored", equalTo(1));
        post("?overwrite=maybe", array(nothing))
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("overwrite"));
    }

    @Test
    void aChangedClaimNeedsIfMatchInItsLine() {
        post("", array(line("1.1.2", "{\"rung\":1}"))).then().statusCode(200);
        String changed = line("1.1.2", "{\"rung\":2}");

        post("", array(changed)).then().body("outcomes.status", contains(428));
        post("", array(changed.replace("}}", "},\"ifMatch\":\"\\\"77\\\"\"}")))
                .then()
                .body("outcomes.status", contains(412));
        post("", array(changed.replace("}}", "},\"ifMatch\":\"*\"}")))
                .then()
                .body("outcomes.status", contains(200));
        post("", array(changed)).then().body("outcomes.status", contains(200));
        result().body("points", equalTo(1.5f));
        as("viewer").get(contest.assessment() + "/history").then().body("total", equalTo(2));
    }

    @Test
    void theSameKeyTwiceIsOneChangeAndOneAnswerEvenAtOnce() throws Exception {
        String key = UUID.randomUUID().toString();
        String body = array(line("1.1.2", "{\"rung\":2}"), line("1.1.1", "{\"rung\":1}"));
        Callable<Response> call =
                () -> as("automation").header("Idempotency-Key", key).body(body).post(path(""));

        try (var pool = Executors.newFixedThreadPool(6)) {
            var answers = pool.invokeAll(Collections.nCopies(6, call));
            for (var answer : answers) {
                answer.get().then().statusCode(200).body("outcomes.status", contains(201, 201));
            }
        }
        as("viewer").get(contest.assessment() + "/history").then().body("total", equalTo(2));
    }

    @Test
    void aRefusalUnderAKeyIsRepeatedToo() {
        String key = UUID.randomUUID().toString();
        String body = array(line("1.1.2", "{\"rung\":9}"));

        as("automation")
                .header("Idempotency-Key", key)
                .body(body)
                .post(path("?mode=atomic"))
                .then()
                .statusCode(422);
        as("automation")
                .header("Idempotency-Key", key)
                .body(body)
                .post(path("?mode=atomic"))
                .then()
                .statusCode(422)
                .header("Idempotency-Replayed", "true")
                .body("outcomes", hasSize(1));
    }

    @Test
    void bothStagesOfAUnitShareOneChain() {
        String both =
                array(
                        line("1.1.2", "{\"rung\":2}"),
                        line("1.1.2", "{\"rung\":1}").replace("SELF", "COMMITTEE"));
        String token =
                TestTokens.token(
                        "both",
                        Set.of("automation", "assessor"),
                        "EXTERNAL",
                        List.of("rubric-service"));

        RestAssured.given()
                .auth()
                .oauth2(token)
                .contentType("application/json")
                .body(both)
                .post(path(""))
                .then()
                .statusCode(200)
                .body("accepted", equalTo(2));

        as("viewer")
                .get(contest.assessment() + "/history")
                .then()
                .body("items.seq", contains(2, 1));
        result().body("points", equalTo(1.5f));
    }

    private List<String> ndjson(String query, String lines) {
        return as("automation")
                .contentType(NDJSON)
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post(path(query))
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .toList();
    }

    private Response post(String query, String body) {
        return as("automation").body(body).post(path(query));
    }

    private String path(String query) {
        return "/v1/cycles/" + contest.cycle() + "/scores" + query;
    }

    private ValidatableResponse result() {
        return as("viewer").get(contest.assessment() + "/result").then().statusCode(200);
    }

    private String line(String criterion, String claim) {
        return "{\"unit\":\"%s\",\"criterion\":\"%s\",\"stage\":\"SELF\",\"claim\":%s}"
                .formatted(contest.unit(), criterion, claim);
    }

    private static String array(String... lines) {
        return "[" + String.join(",", lines) + "]";
    }

    @Test
    void aLineThatIsNoTextIsRefusedAlone() {
        String lines =
                line("1.1.2", "{\"rung\":2}").replaceFirst("}$", ",\"note\":\"a\\\\u202eb\"}")
                        + "\n"
                        + line("1.1.1", "{\"rung\":1}")
                                .replaceFirst("}$", ",\"note\":\"a\\\\r\\\\nb\"}");

        List<String> out =
                as("automation")
                        .contentType(NDJSON)
                        .body(lines.getBytes(StandardCharsets.UTF_8))
                        .post(path(""))
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString()
                        .lines()
                        .toList();

        assertThat(out.get(0)).contains("\"status\":400", "\"/note\"", "U+202E");
        assertThat(out.get(1)).contains("\"status\":201");
    }
}
