package org.kongdee.rubric;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.RestAssured;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kongdee.test.CheckedAnswers;
import org.kongdee.test.Packaged;
import org.kongdee.test.PublishedContract;
import org.kongdee.test.StackResource;

/** The built jar starts, migrates an empty database and serves every feature. */
class RubricIT {

    private static final StackResource STACK = new StackResource();

    @TempDir static Path logs;
    private static Map<String, String> settings = Map.of();
    private static @Nullable Packaged service;

    @BeforeAll
    static void start() throws Exception {
        settings = STACK.start();
        service = Packaged.start(Packaged.JAR, "256m", settings, logs.resolve("service.log"));
        RestAssured.port = service.uri("/").getPort();
        RestAssured.filters(new CheckedAnswers(PublishedContract.of("rubric-service")));
    }

    @AfterAll
    static void stop() throws Exception {
        service.close();
        STACK.stop();
        RestAssured.reset();
    }

    @Test
    void scoresTheContestFromDocumentToRanking() {
        Contest contest = Contest.open();

        contest.put("1.1.2", "{\"rung\":2}").then().statusCode(201);
        Api.as("automation")
                .body(
                        "[{\"unit\":\"%s\",\"criterion\":\"2.1\",\"claim\":{\"rung\":3}}]"
                                .formatted(contest.unit()))
                .post("/v1/cycles/" + contest.cycle() + "/scores")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1));

        Api.as("viewer")
                .get(contest.assessment() + "/result")
                .then()
                .body("points", equalTo(3.5f))
                .body("nodes", hasSize(7));
        Api.as("viewer")
                .get("/v1/cycles/" + contest.cycle() + "/ranking")
                .then()
                .body("items[0].points", equalTo(3.5f));
        Api.as("viewer").get(contest.assessment() + "/history").then().body("total", equalTo(2));
        Api.as("viewer")
                .get("/v1/cycles/" + contest.cycle() + "/milestones")
                .then()
                .body("total", equalTo(101));
        Api.as("viewer")
                .body(Contest.secretariat())
                .post("/v1/rubrics/%s/versions/2565/evaluate".formatted(contest.rubric()))
                .then()
                .body("points", equalTo(18));
    }

    @Test
    void showsItsContractToEverybodyAndItsMetricsOnTheManagementPortOnly() {
        given().get("/q/openapi")
                .then()
                .statusCode(200)
                .body(containsString("/v1/cycles/{cycle}/ranking"));
        given().get("/q/openapi-ui/").then().statusCode(200);
        given().get("/q/metrics").then().statusCode(404);
        given().get(service.managementUri("/q/metrics"))
                .then()
                .statusCode(200)
                .body(containsString("jvm_threads_started"));
    }

    @ParameterizedTest
    @CsvSource({
        "kongdee.clock.shift,        -P30D,                   production profile refuses",
        "quarkus.oidc.auth-server-url, http://127.0.0.1:1/idp, tokens come from one issuer"
    })
    void refusesToStartWithSettingsThatProductionMustNotHave(String name, String value, String why)
            throws Exception {
        Map<String, String> bad = new HashMap<>(settings);
        bad.put(name, value);
        Path log = logs.resolve(name + ".log");

        assertThatThrownBy(() -> Packaged.start(Packaged.JAR, "256m", bad, log))
                .isInstanceOf(IllegalStateException.class);

        assertThat(Files.readString(log)).contains(why);
    }
}
