package org.kongdee.e2e.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kongdee.stack.postgres.PostgresPort;
import org.kongdee.test.AnswerCheck;
import org.kongdee.test.Exchange;
import org.kongdee.test.PublishedContract;
import org.kongdee.test.PublishedContract.Operation;

/** Asks the mocks for everything that the contracts have, as a frontend would. */
@TestInstance(Lifecycle.PER_CLASS)
class MockIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern THAI = Pattern.compile("[\\u0E00-\\u0E7F]");
    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final Pattern INVENTED =
            Pattern.compile("\"string\"|-2147483648|-9007199254740991");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Integer> ports = new LinkedHashMap<>();
    private Process mock;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        assumeTrue(hasNode(), "needs Node.js 20 or later with npm");
        var builder =
                new ProcessBuilder("bash", "./suite", "mock").directory(Path.of("..").toFile());
        for (String service : List.of("rubric", "evidence", "notification")) {
            int port = PostgresPort.free();
            ports.put(service, port);
            builder.environment()
                    .put("KONGDEE_" + service.toUpperCase(Locale.ROOT) + "_PORT", "" + port);
        }
        Path said = folder.resolve("said.txt");
        mock = builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
        await().atMost(PATIENCE)
                .until(() -> !mock.isAlive() || Files.readString(said).contains("Stop with"));
        assertThat(mock.isAlive()).as(Files.readString(said)).isTrue();
    }

    private static boolean hasNode() throws Exception {
        String check = "source launcher/node.sh && find_node";
        Process process =
                new ProcessBuilder("bash", "-c", check)
                        .directory(Path.of("..").toFile())
                        .redirectErrorStream(true)
                        .start();
        return process.waitFor() == 0;
    }

    @AfterAll
    void stop() throws Exception {
        if (mock != null) {
            mock.destroy();
            assertThat(mock.waitFor(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rubric", "evidence", "notification"})
    void answersEveryOperationByARealisticExample(String service) throws Exception {
        List<String> faults = new ArrayList<>();
        for (Operation operation : PublishedContract.of(service + "-service").operations()) {
            HttpResponse<String> answer = ask(service, operation, "");
            faults(operation, answer).forEach(fault -> faults.add(operation + ": " + fault));
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void showsAProblemThatIsAskedFor() throws Exception {
        Operation sheet =
                PublishedContract.of("rubric-service")
                        .operation("GET", "/v1/cycles/c/assessments/SLK/sheet")
                        .orElseThrow();

        HttpResponse<String> answer = ask("rubric", sheet, "code=404");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(JSON.readTree(answer.body()).path("type").asText()).endsWith("/not-found");
    }

    @Test
    void letsPagesOfAnyOriginIn() throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(address("rubric", "/v1/me"))
                        .header("Authorization", "Bearer any")
                        .header("Origin", "http://localhost:5173")
                        .build();

        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());

        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                .contains("http://localhost:5173");
    }

    private HttpResponse<String> ask(String service, Operation operation, String preferred)
            throws Exception {
        String path = operation.path();
        StringBuilder query = new StringBuilder();
        var request = HttpRequest.newBuilder().header("Authorization", "Bearer any");
        for (JsonNode parameter : operation.node().path("parameters")) {
            String name = parameter.path("name").asText();
            String example = parameter.path("example").asText();
            if (parameter.path("in").asText().equals("path")) {
                path = path.replace("{" + name + "}", example.replace(":", "%3A"));
            } else if (parameter.path("required").asBoolean()) {
                if (parameter.path("in").asText().equals("query")) {
                    query.append(query.isEmpty() ? "?" : "&")
                            .append(name)
                            .append('=')
                            .append(example);
                } else {
                    request.header(name, example);
                }
            }
        }
        if (!preferred.isEmpty()) {
            request.header("Prefer", preferred);
        }
        request.uri(address(service, path + query));
        request.method(operation.method(), body(operation, request));
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** What the contract itself shows as a body. */
    private static BodyPublisher body(Operation operation, HttpRequest.Builder request) {
        for (var type : operation.node().at("/requestBody/content").properties()) {
            JsonNode media = type.getValue();
            JsonNode schema = operation.contract().resolve(media.path("schema"));
            JsonNode example =
                    media.has("example")
                            ? media.path("example")
                            : media.has("examples")
                                    ? media.path("examples").iterator().next().path("value")
                                    : schema.path("examples").path(0);
            if (type.getKey().equals("multipart/form-data")) {
                request.header("Content-Type", "multipart/form-data; boundary=part");
                return BodyPublishers.ofString(form(example));
            }
            request.header("Content-Type", type.getKey());
            return BodyPublishers.ofString(
                    example.isTextual() ? example.asText() : example.toString());
        }
        return BodyPublishers.noBody();
    }

    private static String form(JsonNode example) {
        StringBuilder form = new StringBuilder();
        example.properties()
                .forEach(
                        field ->
                                form.append("--part\r\nContent-Disposition: form-data; name=\"")
                                        .append(field.getKey())
                                        .append("\"\r\n\r\n")
                                        .append(field.getValue())
                                        .append("\r\n"));
        return form.append("--part--\r\n").toString();
    }

    private URI address(String service, String path) {
        return URI.create("http://127.0.0.1:" + ports.get(service) + path);
    }

    private static List<String> faults(Operation operation, HttpResponse<String> answer)
            throws Exception {
        if (answer.statusCode() / 100 != 2) {
            return List.of(answer.statusCode() + " " + answer.body());
        }
        List<String> faults =
                new ArrayList<>(AnswerCheck.faults(operation, exchange(operation, answer)));
        if (INVENTED.matcher(answer.body()).find()) {
            faults.add("no example of " + answer.body());
        }
        if (isJson(answer)) {
            JsonNode body = JSON.readTree(answer.body());
            for (JsonNode thai : body.findValues("th")) {
                if (!thai.isNull() && !THAI.matcher(thai.asText()).find()) {
                    faults.add("no Thai: " + thai);
                }
            }
        }
        return faults;
    }

    private static boolean isJson(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Content-Type")
                .orElse("")
                .startsWith("application/json");
    }

    private static Exchange exchange(Operation operation, HttpResponse<String> answer) {
        return new Exchange(
                operation.method(),
                answer.uri(),
                answer.statusCode(),
                answer.headers().map(),
                answer.body().getBytes(StandardCharsets.UTF_8));
    }
}
