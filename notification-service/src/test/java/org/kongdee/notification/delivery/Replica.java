package org.kongdee.notification.delivery;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kongdee.stack.test.TestTokens;

/** The packaged service as a process of its own, which can be killed. */
final class Replica implements AutoCloseable {

    private final Process process;
    private final int port;

    private Replica(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static Replica start(Map<String, String> settings) {
        int port = freePort();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx512m");
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.add("-Dquarkus.http.port=" + port);
        command.add("-Dquarkus.management.port=" + freePort());
        command.add("-jar");
        command.add("target/quarkus-app/quarkus-run.jar");
        try {
            Replica replica =
                    new Replica(
                            new ProcessBuilder(command)
                                    .redirectErrorStream(true)
                                    .redirectOutput(
                                            Path.of("target", "replica-" + port + ".log").toFile())
                                    .start(),
                            port);
            await().atMost(Duration.ofMinutes(2)).until(replica::answers);
            return replica;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean answers() {
        if (!process.isAlive()) {
            throw new IllegalStateException(
                    "the service did not start; see target/replica-" + port + ".log");
        }
        try {
            return organiser().get("/v1/policies/default").statusCode() == 200;
        } catch (Exception notYet) {
            return false;
        }
    }

    RequestSpecification organiser() {
        return given().baseUri("http://localhost")
                .port(port)
                .auth()
                .oauth2(TestTokens.token("organiser"))
                .contentType(ContentType.JSON);
    }

    int run(String date) {
        return organiser().body("{\"date\": \"%s\"}".formatted(date)).post("/v1/runs").statusCode();
    }

    int count(String status) {
        return organiser()
                .queryParam("status", status)
                .get("/v1/reminders")
                .jsonPath()
                .getInt("total");
    }

    /** Status and the server's last words, of the only reminder of a recipient. */
    String statusOf(String recipient) {
        var json = organiser().queryParam("recipient", recipient).get("/v1/reminders").jsonPath();
        return json.getString("items[0].status") + " " + json.getString("items[0].reply");
    }

    /** kill -9. */
    void kill() {
        process.destroyForcibly();
        await().until(() -> !process.isAlive());
    }

    @Override
    public void close() {
        process.destroy();
        await().atMost(Duration.ofSeconds(30)).until(() -> !process.isAlive());
    }
}
