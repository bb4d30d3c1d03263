package org.kongdee.stack.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kongdee.stack.rest.FakeService;
import org.kongdee.stack.rest.RestException;

/**
 * The neighbour is faked; that the real one takes these requests is seen whenever the suite starts.
 */
class SeedTest {

    /** In Bangkok it is the first of August already. */
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-07-31T17:00:00Z"), ZoneOffset.UTC);

    private int status;
    private FakeService service;

    @BeforeEach
    void listen() throws IOException {
        service = new FakeService(request -> answer(request.line()));
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void publishesRubricsThenEnrolsAndOpensCycles() throws Exception {
        seedAgainst(201).run();

        assertThat(service.lines())
                .startsWith(
                        "POST /v1/rubrics",
                        "POST /v1/rubrics/division-contest/versions/2565/publish")
                .containsSubsequence(
                        "PUT /v1/units/SLK",
                        "PUT /v1/cycles/division-contest-2565",
                        "PUT /v1/cycles/division-contest-2565/assessments/SLK",
                        "PUT /v1/cycles/division-contest-2565/assessments/SLK/plan",
                        "POST /v1/cycles/division-contest-2565/open",
                        "PUT /v1/cycles/division-contest-2570",
                        "PUT /v1/cycles/division-contest-2570/assessments/SLK",
                        "PUT /v1/cycles/division-contest-2570/assessments/SLK/plan",
                        "POST /v1/cycles/division-contest-2570/open");
    }

    @Test
    void leavesWhatIsThereAsItIs() throws Exception {
        assertThat(seedAgainst(409).run()).isEqualTo("2 rubrics, 1 unit, 2 cycles");
    }

    @Test
    void repeatsWhatTheServiceFindsWrong() {
        Seed seed = seedAgainst(422);

        assertThatThrownBy(seed::run)
                .isInstanceOf(RestException.class)
                .hasMessageContaining("POST /v1/rubrics answered 422: broken")
                .hasMessageContaining("/nodes/0: no code");
    }

    private Seed seedAgainst(int answers) {
        status = answers;
        return new Seed(service.client(), Path.of("..").toAbsolutePath().normalize(), CLOCK);
    }

    private String answer(String request) {
        boolean action = request.endsWith("/publish") || request.endsWith("/open");
        return "{\"httpStatus\":%d,\"detail\":\"broken\",\"errors\":[{\"pointer\":\"/nodes/0\",\"detail\":\"no code\"}]}"
                .formatted(status == 201 && action ? 200 : status);
    }
}
