package org.kongdee.notification.delivery;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kongdee.test.Packaged;
import org.kongdee.test.TestTokens;

/** The packaged service as a process of its own, which can be killed. */
final class Replica implements AutoCloseable {

    private final Packaged service;

    private Replica(Packaged service) {
        this.service = service;
    }

    static Replica start(Map<String, String> settings) throws Exception {
        Path log = Files.createTempFile(Path.of("target"), "replica-", ".log");
        return new Replica(Packaged.start(Packaged.JAR, "512m", settings, log));
    }

    RequestSpecification organiser() {
        return given().baseUri(service.uri("").toString())
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

    /** The addresses of those whose reminder has a status. */
    List<String> recipients(String status) {
        List<String> all = new ArrayList<>();
        List<String> page;
        int number = 0;
        do {
            page =
                    organiser()
                            .queryParam("status", status)
                            .queryParam("page", number++)
                            .queryParam("size", 200)
                            .get("/v1/reminders")
                            .jsonPath()
                            .getList("items.recipient", String.class);
            page.forEach(recipient -> all.add(recipient + "@slk.example"));
        } while (!page.isEmpty());
        return all;
    }

    /** Status and the server's last words, of the only reminder of a recipient. */
    String statusOf(String recipient) {
        var json = organiser().queryParam("recipient", recipient).get("/v1/reminders").jsonPath();
        return json.getString("items[0].status") + " " + json.getString("items[0].reply");
    }

    /** kill -9. */
    void kill() throws InterruptedException {
        service.kill();
    }

    @Override
    public void close() throws InterruptedException {
        service.close();
    }
}
