package org.kongdee.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kongdee.client.notification.PatchTask;
import org.kongdee.client.rubric.Score;
import org.kongdee.client.rubric.ScoreOutcome;

class JsonTest {

    static Map<Claim, String> claims() {
        return Map.of(
                Claim.rung(0), "{\"rung\":0}",
                Claim.parts(Map.of("a", 3)), "{\"parts\":{\"a\":3}}",
                Claim.tiers(), "{\"tiers\":[]}",
                Claim.tiers(ReachedTier.of("LOCAL"), ReachedTier.of("NATIONAL", "related")),
                        "{\"tiers\":[{\"tier\":\"LOCAL\"},{\"tier\":\"NATIONAL\",\"variant\":\"related\"}]}",
                Claim.value("93.550"), "{\"value\":93.550}",
                Claim.value(new BigDecimal("1E+3")), "{\"value\":1000}",
                Claim.met(false), "{\"met\":false}",
                Claim.notApplicable("ไม่มี"), "{\"notApplicable\":\"ไม่มี\"}");
    }

    static java.util.Set<Map.Entry<Claim, String>> claimEntries() {
        return claims().entrySet();
    }

    @ParameterizedTest
    @MethodSource("claimEntries")
    void writesAndReadsEveryClaim(Map.Entry<Claim, String> claim) throws IOException {
        assertThat(Json.MAPPER.writeValueAsString(claim.getKey())).isEqualTo(claim.getValue());
        Claim read = Json.MAPPER.readValue(claim.getValue(), Claim.class);
        assertThat(Json.MAPPER.writeValueAsString(read)).isEqualTo(claim.getValue());
        assertThat(read).isExactlyInstanceOf(claim.getKey().getClass());
    }

    @Test
    void readsWhatIsNewerThanTheClient() throws IOException {
        Score score =
                Json.MAPPER.readValue(
                        """
                        {"criterion":"1","stage":"SELF","claim":{"value":93.55},"points":0.10,"note":null,
                        "at":"2022-03-10T16:15:50.123456Z","of":{"the":"future"}}""",
                        Score.class);
        assertThat(score.claim()).isEqualTo(Claim.value("93.55"));
        assertThat(score.points()).isEqualTo(new BigDecimal("0.10"));
        assertThat(score.at()).isEqualTo(Instant.parse("2022-03-10T16:15:50.123456Z"));
        assertThat(score.note()).isNull();
    }

    @Test
    void readsTheProblemOfALine() throws IOException {
        var outcome =
                Json.MAPPER.readValue(
                        """
                        {"line":2,"status":422,"points":null,"etag":null,"problem":{"type":"https://kongdee.org/problems/x",
                        "title":"T","status":422,"detail":"D","instance":"/","requestId":"r","errors":[],"more":[1]}}""",
                        ScoreOutcome.class);
        assertThat(outcome.problem().slug()).isEqualTo("x");
        assertThat(outcome.problem().members()).containsOnlyKeys("more");
        Problem again =
                Json.MAPPER.readValue(
                        Json.MAPPER.writeValueAsString(outcome.problem()), Problem.class);
        assertThat(again).isEqualTo(outcome.problem());
    }

    @Test
    void writesTheSameTextInEveryRun() throws IOException {
        var parts = new java.util.LinkedHashMap<String, Integer>();
        for (String part : List.of("c", "a", "d", "b")) {
            parts.put(part, 1);
        }
        assertThat(Json.MAPPER.writeValueAsString(Claim.parts(parts)))
                .isEqualTo("{\"parts\":{\"a\":1,\"b\":1,\"c\":1,\"d\":1}}");
    }

    @Test
    void writesNoNulls() throws IOException {
        assertThat(Json.MAPPER.writeValueAsString(PatchTask.builder().build())).isEqualTo("{}");
    }

    @Test
    void asksForWhatAScoreNeeds() {
        var builder = org.kongdee.client.rubric.PutScore.builder();
        assertThatThrownBy(builder::build).hasMessage("PutScore needs claim");
    }
}
