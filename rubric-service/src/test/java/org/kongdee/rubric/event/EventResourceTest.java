package org.kongdee.rubric.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.kongdee.rubric.Api.as;
import static org.kongdee.rubric.Api.freshUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kongdee.rubric.Contest;
import org.kongdee.test.StackResource;
import org.kongdee.test.TestTokens;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class EventResourceTest {

    private record Event(String id, String name, JsonNode data) {}

    @Test
    void showsChangesAsTheyHappenAndGoesOnWhereAReaderStopped() throws Exception {
        Contest contest = Contest.open();
        var first = reading(contest, TestTokens.token("viewer"), null, 2);
        contest.put("1.1.1", "{\"rung\":1}").then().statusCode(201);
        as("organiser")
                .header("If-Match", "*")
                .body("{\"status\":\"DONE\",\"reason\":\"on paper\"}")
                .patch(contest.assessment() + "/milestones/2.1/D1")
                .then()
                .statusCode(200);
        List<Event> events = first.get(20, TimeUnit.SECONDS);
        assertThat(events).extracting(Event::name).containsExactly("score", "milestone");
        assertThat(events.getFirst().data().path("unit").asText()).isEqualTo(contest.unit());
        assertThat(events.getFirst().data().path("criterion").asText()).isEqualTo("1.1.1");
        assertThat(events.getFirst().data().path("action").asText()).isEqualTo("SCORED");
        assertThat(events.getLast().data().path("status").asText()).isEqualTo("DONE");

        contest.put("1.1.2", "{\"rung\":1}").then().statusCode(201);
        contest.put("1.1.5", "{\"rung\":1}").then().statusCode(201);

        List<Event> missed =
                reading(contest, TestTokens.token("viewer"), events.getFirst().id(), 3)
                        .get(20, TimeUnit.SECONDS);
        assertThat(missed)
                .extracting(event -> event.data().path("criterion").asText())
                .containsExactly("2.1", "1.1.2", "1.1.5");
    }

    @Test
    void anOfficerSeesTheOwnUnitOnly() throws Exception {
        Contest contest = Contest.open();
        String other = freshUnit();
        Contest.unit(other);
        contest.enrol(other).then().statusCode(201);
        var seen = reading(contest, TestTokens.token("officer", other), null, 1);

        contest.put("1.1.1", "{\"rung\":1}").then().statusCode(201);
        new Contest(contest.rubric(), contest.cycle(), other)
                .put("1.1.2", "{\"rung\":1}")
                .then()
                .statusCode(201);

        assertThat(seen.get(20, TimeUnit.SECONDS).getFirst().data().path("unit").asText())
                .isEqualTo(other);
    }

    /** Neither units nor automation learn from events what the committee does. */
    @ParameterizedTest
    @ValueSource(strings = {"automation", "officer"})
    void theCommitteeIsNoEventForUnitsAndAutomation(String role) throws Exception {
        Contest contest = Contest.open();
        var own = reading(contest, TestTokens.token(role, contest.unit()), null, 1);
        var all = reading(contest, TestTokens.token("viewer"), null, 2);

        as("assessor", "EXTERNAL")
                .body("{\"claim\":{\"rung\":1}}")
                .put(contest.score("1.1.2") + "?stage=COMMITTEE")
                .then()
                .statusCode(201);
        contest.put("1.1.1", "{\"rung\":1}").then().statusCode(201);

        assertThat(all.get(20, TimeUnit.SECONDS))
                .extracting(event -> event.data().path("stage").asText())
                .containsExactly("COMMITTEE", "SELF");
        assertThat(own.get(20, TimeUnit.SECONDS))
                .extracting(event -> event.data().path("stage").asText())
                .containsExactly("SELF");
    }

    @Test
    void refusesWhatItCannotFollow() {
        as("viewer").get("/v1/cycles/no-such-cycle/events").then().statusCode(404);
        as("author").get("/v1/cycles/no-such-cycle/events").then().statusCode(403);
        as("viewer")
                .header("Last-Event-ID", "nonsense")
                .get("/v1/cycles/" + Contest.open().cycle() + "/events")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("Last-Event-ID"));
    }

    /** Connects at once, and completes with the first {@code count} events. */
    private static CompletableFuture<List<Event>> reading(
            Contest contest, String token, @Nullable String lastEventId, int count)
            throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://localhost:%d/v1/cycles/%s/events"
                                                .formatted(RestAssured.port, contest.cycle())))
                        .header("Authorization", "Bearer " + token);
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        HttpClient client = HttpClient.newHttpClient();
        var response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        var lines =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
        return CompletableFuture.supplyAsync(() -> events(client, lines, count));
    }

    private static List<Event> events(HttpClient client, BufferedReader lines, int count) {
        List<Event> events = new ArrayList<>();
        String id = "";
        String name = "";
        try (client) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String value = line.replaceFirst("^[a-z]+: ?", "");
                if (line.startsWith("id")) {
                    id = value;
                } else if (line.startsWith("event")) {
                    name = value;
                } else if (line.startsWith("data")) {
                    events.add(new Event(id, name, new ObjectMapper().readTree(value)));
                }
                if (events.size() == count) {
                    lines.close();
                    client.shutdownNow();
                    return events;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return events;
    }
}
