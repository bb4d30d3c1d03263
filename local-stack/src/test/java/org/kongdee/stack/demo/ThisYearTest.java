package org.kongdee.stack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.kongdee.stack.rest.FakeService;
import org.kongdee.stack.rest.RestClient;

class ThisYearTest {

    private static final String EVIDENCE = " /v1/collections/division-contest-2570/evidence";

    private final AtomicInteger filed = new AtomicInteger();

    @Test
    void filesTwoAndAcceptsOneOnlyOnce() throws Exception {
        try (FakeService service = new FakeService(this::answer)) {
            String first = explore(service, "en");
            explore(service, "th");

            assertThat(service.requests("POST" + EVIDENCE + "/files")).hasSize(2);
            assertThat(service.requests("POST /v1/evidence/")).hasSize(1);
            assertThat(first)
                    .contains("one waits for your review")
                    .contains("2027-01-15", "54 days", "A guideline")
                    .contains("/v1/cycles/division-contest-2570/assessments/SLK/next-steps");
        }
    }

    @Test
    void speaksThai() throws Exception {
        try (FakeService service = new FakeService(this::answer)) {
            assertThat(explore(service, "th")).contains("15 มกราคม 2570", "54 วัน", "แนวทาง");
        }
    }

    private String answer(FakeService.Request request) {
        if (request.line().equals("GET" + EVIDENCE)) {
            return filed.get() == 0 ? "{\"items\":[],\"total\":0}" : "{\"items\":[{}],\"total\":1}";
        }
        if (request.line().equals("POST" + EVIDENCE + "/files")) {
            return "{\"id\":\"%d\",\"httpStatus\":201}".formatted(filed.incrementAndGet());
        }
        return request.line().contains("/milestones")
                ? """
                  {"items":[{"due":"2027-01-15","criterion":"1.1.1","title":{"en":"A guideline","th":"แนวทาง"}}]}
                  """
                : "{}";
    }

    private static String explore(FakeService service, String language) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (RestClient client = service.client()) {
            new ThisYear(
                            client,
                            client,
                            client,
                            "division-contest-2570",
                            LocalDate.of(2026, 11, 22),
                            new PrintStream(bytes, true, StandardCharsets.UTF_8))
                    .run(language);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
