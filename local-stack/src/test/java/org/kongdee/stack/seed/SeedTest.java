package org.kongdee.stack.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kongdee.stack.rest.RestClient;
import org.kongdee.stack.rest.RestException;

/**
 * The neighbour is faked; that the real one takes these requests is seen whenever the suite starts.
 */
class SeedTest {

    /** In Bangkok it is the first of August already. */
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-07-31T17:00:00Z"), ZoneOffset.UTC);

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void listen() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void publishesRubricsThenEnrolsAndOpensCycles() throws Exception {
        seedAgainst(201).run();

        assertThat(requests)
                .startsWith(
                        "POST /v1/rubrics",
                        "POST /v1/rubrics/division-contest/versions/2565/publish")
                .containsSubsequence(
                        "PUT /v1/units/SLK",
                        "PUT /v1/cycles/division-contest-2565",
                        "PUT /v1/cycles/division-contest-2565/assessments/SLK",
                        "POST /v1/cycles/division-contest-2565/open",
                        "PUT /v1/cycles/division-contest-2570",
                        "PUT /v1/cycles/division-contest-2570/assessments/SLK",
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

    private Seed seedAgainst(int status) {
        server.createContext(
                "/",
                exchange -> {
                    exchange.getRequestBody().readAllBytes();
                    String request =
                            exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
                    requests.add(request);
                    byte[] body =
                            "{\"detail\":\"broken\",\"errors\":[{\"pointer\":\"/nodes/0\",\"detail\":\"no code\"}]}"
                                    .getBytes(StandardCharsets.UTF_8);
                    boolean action = request.endsWith("/publish") || request.endsWith("/open");
                    exchange.sendResponseHeaders(
                            status == 201 && action ? 200 : status, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
        RestClient client =
                new RestClient("http://127.0.0.1:" + server.getAddress().getPort(), "token");
        return new Seed(client, Path.of("..").toAbsolutePath().normalize(), CLOCK);
    }
}
