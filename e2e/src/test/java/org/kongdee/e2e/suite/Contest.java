package org.kongdee.e2e.suite;

import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What every story begins with: the division contest, and people. */
public final class Contest {

    private static final Path ROOT = Path.of("..");

    private final Suite suite;

    public Contest(Suite suite) {
        this.suite = suite;
    }

    /** Imports the rubric and publishes it. */
    public void publish() throws IOException {
        suite.as("author", Service.RUBRIC)
                .contentType("application/yaml")
                .body(
                        Files.readAllBytes(
                                ROOT.resolve(
                                        "rubric-service/src/main/resources/rubrics/division-contest-2565.yaml")))
                .post("/v1/rubrics")
                .then()
                .statusCode(201);
        suite.as("author", Service.RUBRIC)
                .post("/v1/rubrics/division-contest/versions/2565/publish")
                .then()
                .statusCode(200);
    }

    /** A unit with one section, LEGAL. */
    public void unit(String unit) {
        suite.as("organiser", Service.RUBRIC)
                .body(
                        """
                        {"title":{"en":"Unit","th":"หน่วยงาน"},
                         "sections":[{"code":"LEGAL","title":{"en":"Legal affairs","th":"ส่วนนิติการ"}}]}""")
                .put("/v1/units/" + unit)
                .then()
                .statusCode(201);
    }

    /** A draft of the year 2565. */
    public void draft(String cycle) {
        suite.as("organiser", Service.RUBRIC)
                .body(
                        """
                        {"rubric":"division-contest","version":"2565","timeZone":"Asia/Bangkok",
                         "period":{"start":"2021-08-01","end":"2022-07-30"}}""")
                .put("/v1/cycles/" + cycle)
                .then()
                .statusCode(201);
    }

    public void enrol(String cycle, String unit) {
        suite.as("organiser", Service.RUBRIC)
                .put("/v1/cycles/%s/assessments/%s".formatted(cycle, unit))
                .then()
                .statusCode(201);
    }

    /** Writes a unit's plan, in YAML. */
    public void plan(String cycle, String unit, String document) {
        suite.as("organiser", Service.RUBRIC)
                .contentType("application/yaml")
                .body(document.getBytes(StandardCharsets.UTF_8))
                .put("/v1/cycles/%s/assessments/%s/plan".formatted(cycle, unit))
                .then()
                .statusCode(201);
    }

    /** The Secretariat's own, as it is shipped. */
    public static String secretariatsPlan() throws IOException {
        return Files.readString(ROOT.resolve("plans/slk-2565.yaml"));
    }

    public void open(String cycle) {
        suite.as("organiser", Service.RUBRIC)
                .post("/v1/cycles/" + cycle + "/open")
                .then()
                .statusCode(200);
    }

    /** Files a text as evidence; answers the item's id. */
    public String file(String cycle, String metadata, String uploader, String unit, byte[] text) {
        return suite.asOfficer(uploader, unit, Service.EVIDENCE)
                .contentType(ContentType.MULTIPART)
                .multiPart("metadata", metadata, "application/json")
                .multiPart("file", "evidence.txt", text, "text/plain")
                .post("/v1/collections/" + cycle + "/evidence/files")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public void accept(String item, String reviewer, String unit) {
        suite.asOfficer(reviewer, unit, Service.EVIDENCE)
                .body("{\"decision\":\"ACCEPT\"}")
                .post("/v1/evidence/" + item + "/review")
                .then()
                .statusCode(200);
    }
}
