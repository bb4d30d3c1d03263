package org.kongdee.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kongdee.client.evidence.Evidence;
import org.kongdee.client.rubric.PutScore;
import org.kongdee.client.token.TokenProvider;

/** What the core makes of answers, and when it asks again. */
class ServiceTest {

    private static final String UNIT =
            """
            {"unit":"SLK","title":{"en":"Unit","th":"หน่วย"},"sections":[],"brandNew":1}""";
    private static final PutScore SCORE = PutScore.builder().claim(Claim.rung(2)).build();

    @RegisterExtension final LocalServer server = new LocalServer();

    @Test
    void saysWhoCallsAndInWhichLanguage() {
        server.json(200, UNIT, "ETag", "\"7\"");
        var answer = server.client().language("th").build().rubric().getUnit("A/B ก").answer();
        assertThat(answer.etag()).contains("\"7\"");
        assertThat(answer.body().title().th()).isEqualTo("หน่วย");
        var sent = server.received().get(0);
        assertThat(sent.target()).isEqualTo("/v1/units/A%2FB%20%E0%B8%81");
        assertThat(sent.header("Authorization")).isEqualTo("Bearer token");
        assertThat(sent.header("Accept-Language")).isEqualTo("th");
    }

    @Test
    void leavesOutWhatIsNull() {
        server.json(200, "null");
        server.client().build().rubric().putScore("c", "U", "1", SCORE).stage(null).send();
        assertThat(server.received().get(0).target())
                .isEqualTo("/v1/cycles/c/assessments/U/scores/1");
        assertThat(server.received().get(0).body()).isEqualTo("{\"claim\":{\"rung\":2}}");
    }

    @Test
    void throwsWhatTheServiceSays() {
        server.reply(
                422,
                "application/problem+json",
                """
                {"type":"https://kongdee.org/problems/claim-invalid","title":"No such rung","status":422,
                "detail":"The ladder has 3 rungs.","instance":"/v1/x","requestId":"r-9",
                "errors":[{"pointer":"/claim/rung","parameter":null,"detail":"0 to 3","line":null,"column":null}],
                "rungs":3}""");
        var refusal =
                catchThrowableOfType(
                        ProblemException.class,
                        () ->
                                server.client()
                                        .build()
                                        .rubric()
                                        .putScore("c", "U", "1", SCORE)
                                        .send());
        assertThat(refusal.status()).isEqualTo(422);
        assertThat(refusal.is("claim-invalid")).isTrue();
        assertThat(refusal.requestId()).isEqualTo("r-9");
        assertThat(refusal.errors().get(0).pointer()).isEqualTo("/claim/rung");
        assertThat(refusal.members().get("rungs").asInt()).isEqualTo(3);
        assertThat(refusal)
                .hasMessage(
                        "PUT /v1/cycles/c/assessments/U/scores/1: 422 claim-invalid:"
                                + " The ladder has 3 rungs.; /claim/rung: 0 to 3 (request r-9)");
    }

    @Test
    void throwsThePageOfAProxyAsAProblem() {
        server.reply(413, "text/html", "<h1>Too large</h1>");
        var refusal = catchThrowableOfType(ProblemException.class, this::getUnit);
        assertThat(refusal.status()).isEqualTo(413);
        assertThat(refusal.slug()).isEmpty();
        assertThat(refusal.detail()).isEqualTo("<h1>Too large</h1>");
    }

    @Test
    void answersNothingWhereNothingChanged() {
        server.json(304, "", "ETag", "\"7\"");
        var answer = server.client().build().rubric().getUnit("U").ifNoneMatch("\"7\"").answer();
        assertThat(answer.status()).isEqualTo(304);
        assertThat(answer.body()).isNull();
    }

    @Test
    void renewsARefusedTokenOnce() {
        server.problem(401, "unauthorized").json(200, UNIT);
        server.client().tokens(renewing("old", "new")).build().rubric().getUnit("U").send();
        assertThat(server.received())
                .extracting(sent -> sent.header("Authorization"))
                .containsExactly("Bearer old", "Bearer new");
    }

    @Test
    void tellsWhenTheNewTokenIsRefusedToo() {
        server.problem(401, "unauthorized").problem(401, "unauthorized");
        var client = server.client().tokens(renewing("old", "new")).build();
        var refusal =
                catchThrowableOfType(
                        ProblemException.class, () -> client.rubric().getUnit("U").send());
        assertThat(refusal.status()).isEqualTo(401);
        assertThat(server.received()).hasSize(2);
    }

    @Test
    void waitsAsLongAsTheServiceSays() {
        server.problem(429, "too-many-requests", "Retry-After", "1").json(200, UNIT);
        getUnit();
        assertThat(server.received()).hasSize(2);
    }

    @Test
    void doesNotWaitLongerThanItMay() {
        server.problem(429, "too-many-requests", "Retry-After", "3");
        var refusal = catchThrowableOfType(ProblemException.class, this::getUnit);
        assertThat(refusal.retryAfter()).contains(Duration.ofSeconds(3));
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void givesUpAfterItsTries() {
        server.problem(503, "busy").problem(503, "busy").problem(503, "busy");
        assertThatThrownBy(this::getUnit).isInstanceOf(ProblemException.class);
        assertThat(server.received()).hasSize(3);
    }

    @Test
    void asksAgainUnderTheSameKeyWhenTheConnectionBreaks() {
        server.hangUp().problem(409, "idempotency-in-progress").json(200, "{\"cycle\":\"c\"}");
        server.client().build().rubric().openCycle("c").once().send();
        assertThat(server.received()).hasSize(3);
        assertThat(server.received())
                .extracting(sent -> sent.header("Idempotency-Key"))
                .doesNotContainNull()
                .containsOnly(server.received().get(0).header("Idempotency-Key"));
    }

    @Test
    void doesNotRepeatWhatCouldBeDoneTwice() {
        server.hangUp();
        var client = server.client().build();
        assertThatThrownBy(() -> client.rubric().openCycle("c").send())
                .isInstanceOf(ConnectionException.class)
                .hasMessageStartingWith("POST /v1/cycles/c/open: ");
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void doesNotRepeatAWriteOfAVersionThatMayHaveBeenDone() {
        server.hangUp();
        var client = server.client().build();
        assertThatThrownBy(
                        () ->
                                client.rubric()
                                        .putScore("c", "U", "1", SCORE)
                                        .ifMatch("\"7\"")
                                        .send())
                .isInstanceOf(ConnectionException.class);
        assertThat(server.received()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 409, 412, 422, 500})
    void doesNotRepeatWhatWasRefusedForGood(int status) {
        server.problem(status, "refused");
        assertThatThrownBy(this::getUnit).isInstanceOf(ProblemException.class);
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void givesUpWaitingForAnAnswerThatDoesNotEnd() {
        server.cutOff("application/json", "{\"unit\":");
        var client = server.client().retry(Retry.NEVER).build();
        assertThatThrownBy(() -> client.rubric().getUnit("U").send())
                .isInstanceOf(ConnectionException.class);
    }

    @Test
    void sendsFilesAsParts(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("รายงาน \"1\".txt"), "ผล");
        var metadata =
                Evidence.builder()
                        .unit("SLK")
                        .slot("1.1.2")
                        .title("รายงาน")
                        .date(LocalDate.of(2026, 2, 1))
                        .build();
        server.json(201, "{}");
        server.client()
                .evidence(server.uri())
                .build()
                .evidence()
                .uploadEvidence("c", metadata, List.of(file))
                .once()
                .send();
        var sent = server.received().get(0);
        String boundary = sent.header("Content-Type").split("boundary=", -1)[1];
        assertThat(sent.body())
                .isEqualTo(
                        String.join(
                                "\r\n",
                                "--" + boundary,
                                "Content-Disposition: form-data; name=\"metadata\"",
                                "Content-Type: application/json",
                                "",
                                "{\"unit\":\"SLK\",\"slot\":\"1.1.2\",\"title\":\"รายงาน\",\"date\":\"2026-02-01\"}",
                                "--" + boundary,
                                "Content-Disposition: form-data; name=\"file\"; filename=\"รายงาน %221%22.txt\"",
                                "Content-Type: application/octet-stream",
                                "",
                                "ผล",
                                "--" + boundary + "--",
                                ""));
    }

    @Test
    void namesTheServiceThatWasNotSaid() {
        var client = server.client().build();
        assertThatThrownBy(client::notification)
                .hasMessageContaining("add notification(uri) to the builder");
    }

    private void getUnit() {
        server.client().build().rubric().getUnit("U").send();
    }

    private static TokenProvider renewing(String first, String second) {
        return new TokenProvider() {
            @Override
            public String token() {
                return first;
            }

            @Override
            public String renew(String refused) {
                assertThat(refused).isEqualTo(first);
                return second;
            }
        };
    }
}
