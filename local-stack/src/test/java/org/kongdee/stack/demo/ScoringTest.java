package org.kongdee.stack.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.kongdee.stack.rest.FakeService;
import org.kongdee.stack.rest.RestClient;
import org.kongdee.stack.rest.RestException;

class ScoringTest {

    private static final Instant FILED = Instant.parse("2026-11-22T10:00:00Z");
    private static final String ASSESSMENT = "/v1/cycles/division-contest-2565/assessments/SLK";

    private final AtomicInteger asked = new AtomicInteger();
    private int knowsAfter = 2;

    @Test
    void waitsForTheEvidenceThenTakesWhatItSupports() throws Exception {
        try (FakeService service = new FakeService(this::answer)) {
            assertThat(score(service, "en"))
                    .contains("2 written, 1 stood already", "18.00", "12 of 51", "9 of 47")
                    .contains("+0.50  a third channel");
            assertThat(asked.get()).isEqualTo(2);
            assertThat(service.requests("POST " + ASSESSMENT + "/suggestions/accept")).hasSize(1);
        }
    }

    @Test
    void speaksThai() throws Exception {
        try (FakeService service = new FakeService(this::answer)) {
            assertThat(score(service, "th")).contains("บันทึก 2 ข้อ", "20 ธันวาคม 2564");
        }
    }

    @Test
    void saysWhereToLookIfTheEvidenceNeverArrives() throws Exception {
        knowsAfter = 100;
        try (FakeService service = new FakeService(this::answer)) {
            assertThatThrownBy(() -> score(service, "en"))
                    .isInstanceOf(RestException.class)
                    .hasMessageContaining("./suite logs rubric-service");
            assertThat(service.requests("POST " + ASSESSMENT)).isEmpty();
        }
    }

    private String answer(FakeService.Request request) {
        return switch (request.line()) {
            case "GET " + ASSESSMENT + "/readiness" ->
                    """
                    {"factsAsOf":"%s","criteria":[{"criterion":"1.1.5",
                     "missing":[{"rung":3,"points":0.5,"needs":{"en":"a third channel","th":"ช่องทางที่สาม"}}]}]}
                    """
                            .formatted(
                                    FILED.plusSeconds(
                                            asked.incrementAndGet() >= knowsAfter ? 1 : -1));
            case "POST " + ASSESSMENT + "/suggestions/accept" ->
                    """
                    {"written":2,"outcomes":[{"outcome":"FILLED"},{"outcome":"RAISED"},{"outcome":"UNCHANGED"}]}
                    """;
            case "GET " + ASSESSMENT + "/result" ->
                    """
                    {"points":18,"max":120,"percent":15,"scored":12,"criteria":51,"nodes":[
                      {"code":"1","title":{"en":"Integrity","th":"การป้องกันการทุจริต"},"points":1.5,"max":26,"percent":5.77,
                       "nodes":[{"code":"1.1.5","title":{"en":"Spending","th":"การใช้จ่าย"},"points":1.5,"max":2}]}]}
                    """;
            case "GET /v1/cycles/division-contest-2565/milestones" ->
                    request.query().contains("MET") ? "{\"total\":9}" : "{\"total\":47}";
            default -> "{\"title\":{\"en\":\"Secretariat\",\"th\":\"สำนักงานเลขานุการกรม\"}}";
        };
    }

    private static String score(FakeService service, String language) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (RestClient client = service.client()) {
            PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
            new Scoring(client, out, Duration.ofMillis(1), 5)
                    .run(language, FILED, LocalDate.of(2021, 12, 20));
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
