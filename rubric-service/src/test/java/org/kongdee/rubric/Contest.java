package org.kongdee.rubric;

import static org.kongdee.rubric.Api.as;
import static org.kongdee.rubric.Api.freshKey;
import static org.kongdee.rubric.Api.freshUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * The real contest under a fresh key: a published rubric, an open cycle, the Secretariat enrolled.
 */
public record Contest(String rubric, String cycle, String unit) {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String SECTIONS =
            """
            [{"code":"LEGAL","title":{"en":"Legal","th":"นิติการ"}},{"code":"PLAN","title":{"en":"Planning","th":"แผนงาน"}},
             {"code":"FINANCE","title":{"en":"Finance","th":"การเงิน"}},{"code":"PERSONNEL","title":{"en":"Personnel","th":"เจ้าหน้าที่"}},
             {"code":"HR-DEVELOPMENT","title":{"en":"HRD","th":"พัฒนา"}},{"code":"PUBLIC-RELATIONS","title":{"en":"PR","th":"ประชาสัมพันธ์"}},
             {"code":"EXECUTIVE-SUPPORT","title":{"en":"Support","th":"ช่วยอำนวยการ"}},{"code":"RECORDS","title":{"en":"Records","th":"สารบรรณ"}},
             {"code":"SUPPLY","title":{"en":"Supply","th":"พัสดุ"}}]
            """;

    /** A cycle of the year 2565 that takes scores; the unit has the Secretariat's plan. */
    public static Contest open() {
        Contest contest = prepared();
        contest.plan(plan()).then().statusCode(201);
        as("organiser").post("/v1/cycles/" + contest.cycle + "/open").then().statusCode(200);
        return contest;
    }

    /** The same, of a unit that has planned nothing. */
    public static Contest unplanned() {
        Contest contest = prepared();
        as("organiser").post("/v1/cycles/" + contest.cycle + "/open").then().statusCode(200);
        return contest;
    }

    /** The same, still a draft. */
    public static Contest prepared() {
        var contest =
                new Contest(
                        published("division-contest-2565", "division-contest"),
                        freshKey("c"),
                        freshUnit());
        unit(contest.unit);
        as("organiser")
                .body(
                        """
                        {"rubric":"%s","version":"2565","period":{"start":"2021-08-01","end":"2022-07-30"}}
                        """
                                .formatted(contest.rubric))
                .put("/v1/cycles/" + contest.cycle)
                .then()
                .statusCode(201);
        contest.enrol(contest.unit).then().statusCode(201);
        return contest;
    }

    /** A unit with the nine sections of the Secretariat. */
    public static void unit(String unit) {
        as("organiser")
                .body(
                        "{\"title\":{\"en\":\"Unit\",\"th\":\"หน่วยงาน\"},\"sections\":"
                                + SECTIONS
                                + "}")
                .put("/v1/units/" + unit)
                .then()
                .statusCode(201);
    }

    /** A built-in rubric, published under a fresh key. */
    public static String published(String file, String code) {
        String rubric = freshKey("r");
        String document = builtIn(file).replaceFirst("(?m)^rubric: .*$", "rubric: " + rubric);
        String version = document.replaceAll("(?s).*?(?m)^version: \"?([0-9]+)\"?$.*", "$1");
        importing(document).then().statusCode(201);
        as("author")
                .post("/v1/rubrics/%s/versions/%s/publish".formatted(rubric, version))
                .then()
                .statusCode(200);
        return rubric;
    }

    public static Response importing(String document) {
        return as("author")
                .contentType("application/yaml")
                .body(document.getBytes(StandardCharsets.UTF_8))
                .post("/v1/rubrics");
    }

    public static String builtIn(String file) {
        try (InputStream in = Contest.class.getResourceAsStream("/rubrics/" + file + ".yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The Secretariat's evidence of 20 December 2021, as we read it from the minutes: a body for
     * {@code evaluate}.
     */
    public static String secretariat() {
        try {
            JsonNode file = JSON.readTree(Path.of("../demo/slk-2021-12-20.json").toFile());
            var evidence = JSON.createArrayNode();
            for (JsonNode item : file.path("evidence")) {
                ObjectNode shown = item.deepCopy();
                shown.remove(Set.of("basis", "why"));
                evidence.add(shown.put("title", item.path("title").path("en").asText()));
            }
            return """
                   {"period": %s, "asOf": "%s", "sections": %s, "claims": {}, "evidence": %s}
                   """
                    .formatted(
                            file.path("period"),
                            file.path("asOf").asText(),
                            file.path("sections"),
                            evidence);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The Secretariat's plan, as it is shipped. */
    public static String plan() {
        try {
            return Files.readString(Path.of("../plans/slk-2565.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Response enrol(String other) {
        return as("organiser").put("/v1/cycles/%s/assessments/%s".formatted(cycle, other));
    }

    /** Writes the unit's plan, in YAML, as an organiser. */
    public Response plan(String document) {
        return as("organiser")
                .contentType("application/yaml")
                .body(document.getBytes(StandardCharsets.UTF_8))
                .put(assessment() + "/plan");
    }

    /** Path of a score in the stage SELF. */
    public String score(String criterion) {
        return "/v1/cycles/%s/assessments/%s/scores/%s".formatted(cycle, unit, criterion);
    }

    public String assessment() {
        return "/v1/cycles/%s/assessments/%s".formatted(cycle, unit);
    }

    /** Puts a claim as an officer of the unit. */
    public Response put(String criterion, String claim) {
        return as("officer", unit).body("{\"claim\":" + claim + "}").put(score(criterion));
    }
}
