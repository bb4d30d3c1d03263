package org.kongdee.e2e.compose;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kongdee.test.CheckedAnswers;
import org.kongdee.test.Chromium;
import org.kongdee.test.PublishedContract;

/**
 * The packaged services with the environment that docker/compose.yaml gives them: what is
 * configured there is enough, nothing more is needed, and tokens of its Keycloak open what they
 * should and nothing else.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComposeIT {

    private static final String RUBRIC = "rubric-service";
    private static final String EVIDENCE = "evidence-service";
    private static final String NOTIFICATION = "notification-service";

    @TempDir static Path folder;

    private final Map<String, String> tokens = new HashMap<>();
    private ComposeFile compose;
    private ComposedSuite suite;

    @BeforeAll
    void start() throws Exception {
        compose = ComposeFile.read();
        suite = new ComposedSuite(compose, folder);
        suite.start();
    }

    @AfterAll
    void stop() throws Exception {
        if (suite != null) {
            suite.close();
        }
    }

    private RequestSpecification calling(String service, String token) {
        return given().baseUri(suite.service(service).uri("").toString())
                .filter(new CheckedAnswers(PublishedContract.of(service)))
                .auth()
                .oauth2(token)
                .contentType(ContentType.JSON);
    }

    private RequestSpecification as(String person, String service) {
        return calling(service, tokens.computeIfAbsent(person, this::signIn));
    }

    private String signIn(String person) {
        return session(person).accessToken();
    }

    private Keycloak.Session session(String person) {
        return suite.keycloak()
                .signIn(
                        person,
                        compose.setting("EXAMPLE_PASSWORD"),
                        compose.setting("WEB_URL") + "/");
    }

    private String tokenOf(String client, String secret) {
        return suite.keycloak().client(client, compose.setting(secret));
    }

    @Test
    void peopleScoreByTheRolesThatKeycloakGivesThem() throws IOException {
        as("author", RUBRIC)
                .contentType("application/yaml")
                .body(
                        Files.readAllBytes(
                                Path.of(
                                        "../rubric-service/src/main/resources/rubrics/division-contest-2565.yaml")))
                .post("/v1/rubrics")
                .then()
                .statusCode(201);
        as("author", RUBRIC)
                .post("/v1/rubrics/division-contest/versions/2565/publish")
                .then()
                .statusCode(200);
        calling(RUBRIC, tokenOf("kongdee-automation", "AUTOMATION_CLIENT_SECRET"))
                .body(
                        """
                        {"title":{"en":"Office of the Secretary","th":"สำนักงานเลขานุการกรม"},
                         "sections":[{"code":"LEGAL","title":{"en":"Legal","th":"นิติการ"}}]}""")
                .put("/v1/units/SLK")
                .then()
                .statusCode(201);
        as("organiser", RUBRIC)
                .body(
                        """
                        {"rubric":"division-contest","version":"2565","timeZone":"Asia/Bangkok",
                         "period":{"start":"2021-08-01","end":"2022-07-30"}}""")
                .put("/v1/cycles/contest")
                .then()
                .statusCode(201);
        as("organiser", RUBRIC).post("/v1/cycles/contest/open").then().statusCode(200);
        // rubric-service has registered it, with a token of its own.
        as("viewer", EVIDENCE)
                .get("/v1/collections/contest")
                .then()
                .statusCode(200)
                .body("status", equalTo("OPEN"));
        as("organiser", RUBRIC).put("/v1/cycles/contest/assessments/SLK").then().statusCode(201);
        as("officer", RUBRIC)
                .body(
                        "{\"owners\":[\"LEGAL\"],\"milestones\":[{\"code\":\"1\",\"due\":\"--01-15\"}]}")
                .put("/v1/cycles/contest/assessments/SLK/plan/criteria/1.1.1")
                .then()
                .statusCode(201);

        String score = "/v1/cycles/contest/assessments/SLK/scores/1.1.2";
        as("officer", RUBRIC)
                .body("{\"claim\":{\"rung\":2}}")
                .put(score)
                .then()
                .statusCode(201)
                .body("points", equalTo(1.5f));
        as("viewer", RUBRIC)
                .body("{\"claim\":{\"rung\":1}}")
                .put(score)
                .then()
                .statusCode(403)
                .body("type", equalTo("https://kongdee.org/problems/forbidden"));
        as("viewer", RUBRIC).get(score).then().statusCode(200).body("claim.rung", equalTo(2));

        calling(NOTIFICATION, tokenOf("kongdee-automation", "AUTOMATION_CLIENT_SECRET"))
                .body(
                        """
                        [{"recipient":"legal","email":"legal@slk.example","name":"นิติการ","language":"th",
                          "subject":"slk-legal-officer",
                          "posts":[{"unit":"SLK","sections":["LEGAL"],"role":"HEAD"}]}]""")
                .post("/v1/recipients")
                .then()
                .statusCode(200)
                .body("rejected", equalTo(0));
        as("officer", NOTIFICATION).get("/v1/people/me/duties").then().statusCode(200);
        as("colleague", NOTIFICATION).get("/v1/people/me/duties").then().statusCode(404);
        // notification-service asks rubric-service with a token of its own.
        as("organiser", NOTIFICATION)
                .post("/v1/sync")
                .then()
                .statusCode(200)
                .body("cycles.cycle", hasItem("contest"));
        as("organiser", NOTIFICATION)
                .body("{\"date\":\"2022-01-07\",\"dryRun\":true}")
                .post("/v1/runs")
                .then()
                .statusCode(200)
                .body("digests.recipient", hasItem("legal"))
                .body("digests.lines.criterion.flatten()", hasItem("1.1.1"));
    }

    @Test
    void evidenceGoesToTheBucketAndComesBackWhole() throws IOException {
        as("organiser", EVIDENCE)
                .body(
                        """
                        {"period":{"start":"2021-08-01","end":"2022-07-30"},"timeZone":"Asia/Bangkok","status":"OPEN",
                         "review":"PEER","slots":[
                          {"code":"1.1.2","title":{"en":"Told","th":"สื่อสาร"},"channels":["line"],
                           "kinds":[{"code":"communication","title":{"en":"Making known","th":"การสื่อสาร"}}]}]}""")
                .put("/v1/collections/files")
                .then()
                .statusCode(201);
        as("organiser", EVIDENCE)
                .body("{\"title\":{\"en\":\"Office\",\"th\":\"สำนักงาน\"},\"sections\":[]}")
                .put("/v1/collections/files/units/SLK")
                .then()
                .statusCode(201);
        byte[] text = "ประกาศงดรับของขวัญ\n".getBytes(StandardCharsets.UTF_8);

        String item =
                as("officer", EVIDENCE)
                        .contentType(ContentType.MULTIPART)
                        .multiPart(
                                "metadata",
                                """
                                {"unit":"SLK","slot":"1.1.2","kind":"communication","channel":"line",
                                 "title":"ประกาศ","date":"2022-01-10"}""",
                                "application/json")
                        .multiPart("file", "no-gifts.txt", text, "text/plain")
                        .post("/v1/collections/files/evidence/files")
                        .then()
                        .statusCode(201)
                        // The id, not the user name: with another one could accept it oneself.
                        .body("uploadedBy", equalTo("slk-legal-officer"))
                        .extract()
                        .path("id");

        assertThat(
                        as("colleague", EVIDENCE)
                                .get("/v1/evidence/" + item + "/content")
                                .then()
                                .statusCode(200)
                                .extract()
                                .asByteArray())
                .isEqualTo(text);
        try (var stored = Files.walk(suite.buckets())) {
            assertThat(stored.filter(Files::isRegularFile))
                    .anySatisfy(file -> assertThat(file).hasBinaryContent(text));
        }
        String review = "/v1/evidence/" + item + "/review";
        as("officer", EVIDENCE)
                .body("{\"decision\":\"ACCEPT\"}")
                .post(review)
                .then()
                .statusCode(403);
        as("colleague", EVIDENCE)
                .body("{\"decision\":\"ACCEPT\"}")
                .post(review)
                .then()
                .statusCode(200)
                .body("status", equalTo("ACCEPTED"));
    }

    @Test
    void aFrontendSignsInRefreshesAndSignsOut() {
        String origin = compose.setting("WEB_URL");
        Keycloak.Session first = session("viewer");

        Response answer = suite.keycloak().refreshing(first, origin);
        Keycloak.Session second = Keycloak.Session.of(answer);

        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(origin);
        calling(RUBRIC, second.accessToken()).get("/v1/cycles").then().statusCode(200);
        assertThat(suite.keycloak().signOut(second, origin + "/")).isEqualTo(origin + "/");
        suite.keycloak()
                .refreshing(second, origin)
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_grant"));
    }

    /** The very page that signs in at the local provider. */
    @Test
    void soDoesAPageInABrowser() throws Exception {
        Optional<Path> program = Chromium.program();
        assumeTrue(program.isPresent(), "needs chromium: apt-get install chromium");
        // What the settings call Keycloak is elsewhere on this machine.
        String keycloak = URI.create(compose.setting("KEYCLOAK_URL")).getAuthority();
        try (Chromium browser =
                Chromium.start(
                        program.get(),
                        Files.createDirectories(folder.resolve("browser")),
                        "--host-resolver-rules=MAP %s 127.0.0.1:%d"
                                .formatted(keycloak, suite.keycloak().port()))) {
            browser.open(suite.trialWebUrl() + "/");
            browser.evaluate("void signIn()");
            browser.await("document.querySelector('#password') != null");
            browser.evaluate(
                    "document.querySelector('#username').value = 'officer'; document.querySelector('#password').value = '%s'; document.querySelector('form').submit()"
                            .formatted(compose.setting("EXAMPLE_PASSWORD")));
            browser.await("location.pathname == '/callback' && document.readyState == 'complete'");
            JsonNode told = browser.evaluate("finish()");

            assertThat(told.path("nonce").asBoolean()).isTrue();
            assertThat(told.path("access").path("sub").asText()).isEqualTo("slk-legal-officer");
            assertThat(told.path("access").path("unit").asText()).isEqualTo("SLK");
            assertThat(told.path("who").path("name").asText()).isEqualTo("Officer (example)");
            String me = suite.service(RUBRIC).uri("/v1/me").toString();
            assertThat(browser.evaluate("read('" + me + "')").path("roles").toString())
                    .isEqualTo("[\"officer\"]");

            browser.evaluate("void signOut()");
            browser.await("location.pathname == '/bye' && document.readyState == 'complete'");
            assertThat(
                            browser.evaluate(
                                            "token({grant_type: 'refresh_token', refresh_token: sessionStorage.refresh_token})")
                                    .path("error")
                                    .asText())
                    .isEqualTo("invalid_grant");
        }
    }

    @Test
    void aRefreshTokenIsGoodOnce() {
        Keycloak.Session first = session("viewer");
        String origin = compose.setting("WEB_URL");
        suite.keycloak().refreshing(first, origin).then().statusCode(200);

        suite.keycloak()
                .refreshing(first, origin)
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_grant"));
    }

    @Test
    void automationReachesEveryService() {
        String token = tokenOf("kongdee-automation", "AUTOMATION_CLIENT_SECRET");

        calling(RUBRIC, token).get("/v1/cycles").then().statusCode(200);
        // Let in, and told that there is nothing: its audience and its role are right.
        calling(EVIDENCE, token).get("/v1/collections/nothing/facts").then().statusCode(404);
        calling(NOTIFICATION, token).get("/v1/recipients").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "rubric-service,       RUBRIC_CLIENT_SECRET,       evidence-service",
        "notification-service, NOTIFICATION_CLIENT_SECRET, rubric-service"
    })
    void aServiceReachesItsNeighbourAndNobodyElse(String service, String secret, String neighbour) {
        String token = tokenOf(service, secret);
        Map<String, String> lists =
                Map.of(
                        RUBRIC, "/v1/cycles",
                        EVIDENCE, "/v1/collections",
                        NOTIFICATION, "/v1/deadlines");

        for (String each : ComposedSuite.SERVICES) {
            calling(each, token)
                    .get(lists.get(each))
                    .then()
                    .statusCode(each.equals(neighbour) ? 200 : 401);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {RUBRIC, EVIDENCE, NOTIFICATION})
    void theHealthCheckOfTheImageTellsReadyFromNot(String service) throws Exception {
        int port = suite.service(service).managementUri("/").getPort();

        assertThat(healthy(port, "/q/health/ready")).isTrue();
        assertThat(healthy(port, "/q/health/nothing")).isFalse();
        assertThat(healthy(1, "/q/health/ready")).isFalse();
    }

    @Test
    void theHealthCheckOfKeycloakSaysReady() throws Exception {
        assertThat(healthy(suite.keycloak().management(), "/health/ready")).isTrue();
    }

    private static boolean healthy(int port, String path) throws Exception {
        return new ProcessBuilder(
                                "bash",
                                ComposeFile.FOLDER.resolve("healthy").toString(),
                                Integer.toString(port),
                                path)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    @ParameterizedTest
    @ValueSource(strings = {RUBRIC, EVIDENCE, NOTIFICATION})
    void aServiceWritesNothingWhereItRuns(String service) throws IOException {
        try (var written = Files.list(suite.workingFolder(service))) {
            assertThat(written).isEmpty();
        }
        assertThat(compose.property(service, "read_only")).isEqualTo(true);
        assertThat(compose.property(service, "cap_drop")).isEqualTo(List.of("ALL"));
    }

    @ParameterizedTest
    @ValueSource(strings = {RUBRIC, EVIDENCE, NOTIFICATION})
    void aServiceDoesNotHoldWhatOwnsItsDatabase(String service) {
        assertThat(compose.environment(service))
                .containsEntry("QUARKUS_FLYWAY_MIGRATE_AT_START", "false")
                .doesNotContainKeys("QUARKUS_FLYWAY_USERNAME", "QUARKUS_FLYWAY_PASSWORD");
    }

    @Test
    void asksTheOperatorForWhatIsUsedAndNothingElse() {
        assertThat(compose.used()).containsExactlyInAnyOrderElementsOf(compose.settingNames());
    }

    @Test
    void everyImageOfOthersHasAVersion() {
        for (String service : compose.services()) {
            String image = compose.property(service, "image").toString();
            if (!image.startsWith("kongdee/")) {
                assertThat(image).matches(".+:v?[0-9]+(\\.[0-9]+)+");
            }
        }
    }
}
