package org.kongdee.e2e.limits;

import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kongdee.e2e.suite.Service;
import org.kongdee.e2e.suite.Suite;

/** Cycles of rubrics and units that are as large as may be open with the real evidence-service. */
class LargestIT {

    private static final int CRITERIA = 1_900;
    private static final int KINDS = 50;
    private static final int CHANNELS = 20;
    private static final int SECTIONS = 100;
    private static final int UNITS = 8;

    /** As long as a title may be. */
    private static final String TITLE = "ก".repeat(998) + "👍👍";

    @TempDir static Path folder;

    @Test
    void whateverIsTakenOpens() throws Exception {
        try (Suite suite = new Suite(folder)) {
            suite.start(Service.EVIDENCE, Service.RUBRIC);
            suite.as("author", Service.RUBRIC)
                    .contentType("application/yaml")
                    .body(rubric().getBytes(StandardCharsets.UTF_8))
                    .post("/v1/rubrics")
                    .then()
                    .statusCode(201);
            suite.as("author", Service.RUBRIC)
                    .post("/v1/rubrics/largest/versions/1/publish")
                    .then()
                    .statusCode(200);
            organiser(
                    suite,
                    "/v1/cycles/largest",
                    "{\"rubric\":\"largest\",\"version\":\"1\",\"period\":{\"start\":\"2024-01-01\",\"end\":\"2024-12-31\"}}");
            for (int unit = 0; unit < UNITS; unit++) {
                organiser(suite, "/v1/units/U" + unit, unit());
                suite.as("organiser", Service.RUBRIC)
                        .put("/v1/cycles/largest/assessments/U" + unit)
                        .then()
                        .statusCode(201);
            }

            suite.as("organiser", Service.RUBRIC)
                    .post("/v1/cycles/largest/open")
                    .then()
                    .statusCode(200)
                    .body("evidence", equalTo("REGISTERED"));

            suite.as("organiser", Service.EVIDENCE)
                    .get("/v1/collections/largest")
                    .then()
                    .statusCode(200)
                    .body("slots.size()", equalTo(CRITERIA))
                    .body("slots[0].title.th", equalTo(TITLE))
                    .body("slots[0].kinds.size()", equalTo(KINDS))
                    .body("slots[1].kinds.size()", equalTo(0));
            suite.as("organiser", Service.EVIDENCE)
                    .get("/v1/collections/largest/units")
                    .then()
                    .statusCode(200)
                    .body("total", equalTo(UNITS))
                    .body("items[0].sections.size()", equalTo(SECTIONS));
        }
    }

    private static ValidatableResponse organiser(Suite suite, String path, String body) {
        return suite.as("organiser", Service.RUBRIC).body(body).put(path).then().statusCode(201);
    }

    /** One criterion has all that one may have, the others are many. */
    private static String rubric() {
        IntFunction<String> named = i -> "{code: k%063d, title: {th: \"%s\"}}".formatted(i, TITLE);
        String large =
                "{code: %s, title: {th: \"%s\"}, scheme: binary, points: 1, kinds: [%s]}"
                        .formatted("c".repeat(32), TITLE, list(0, KINDS, "k%063d"::formatted));
        IntFunction<String> small =
                i -> "{code: c%d, title: {th: ก}, scheme: binary, points: 1}".formatted(i);
        IntFunction<String> channel = i -> "{code: c%063d, title: {th: ก}}".formatted(i);
        return "{rubric: largest, version: '1', title: {en: Largest}, aggregate: sum, kinds: [%s], channels: [%s], nodes: [%s, %s, %s]}"
                .formatted(
                        list(0, KINDS, named),
                        list(0, CHANNELS, channel),
                        large,
                        group("g1", list(1, CRITERIA / 2, small)),
                        group("g2", list(CRITERIA / 2, CRITERIA, small)));
    }

    private static String group(String code, String nodes) {
        return "{code: %s, title: {th: ก}, aggregate: sum, nodes: [%s]}".formatted(code, nodes);
    }

    private static String unit() {
        String title = "{\"en\":\"%s\",\"th\":\"%1$s\"}".formatted(TITLE);
        return "{\"title\":%s,\"sections\":[%s]}"
                .formatted(
                        title,
                        list(
                                0,
                                SECTIONS,
                                i -> "{\"code\":\"S%031d\",\"title\":%s}".formatted(i, title)));
    }

    private static String list(int from, int to, IntFunction<String> item) {
        return IntStream.range(from, to).mapToObj(item).collect(Collectors.joining(","));
    }
}
