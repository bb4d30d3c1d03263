package org.kongdee.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.kongdee.stack.rest.RestClient;
import org.kongdee.stack.rest.RestException;

/**
 * Waits until rubric-service has heard of the evidence that was accepted, takes what it supports as
 * the division's own scores, and prints the result with what is missing for more.
 */
public final class Scoring {

    private static final String CYCLE = "division-contest-2565";
    private static final String UNIT = "SLK";
    private static final String ASSESSMENT = "/v1/cycles/" + CYCLE + "/assessments/" + UNIT;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final RestClient rubricService;
    private final PrintStream out;
    private final Duration poll;
    private final int polls;

    /**
     * @param rubricService as an officer of the unit
     */
    public Scoring(RestClient rubricService, PrintStream out) {
        this(rubricService, out, Duration.ofMillis(250), 240);
    }

    /**
     * @param polls how often, {@code poll} apart, it is asked whether the evidence has arrived
     */
    Scoring(RestClient rubricService, PrintStream out, Duration poll, int polls) {
        this.rubricService = rubricService;
        this.out = out;
        this.poll = poll;
        this.polls = polls;
    }

    /**
     * @param filed when the last piece of evidence had been accepted
     * @param asOf the day that the evidence stands for
     */
    public void run(String language, Instant filed, LocalDate asOf) throws InterruptedException {
        Words words = Words.of(language);
        JsonNode readiness = readinessSince(filed);
        JsonNode taken =
                rubricService
                        .post(ASSESSMENT + "/suggestions/accept", JSON.createObjectNode())
                        .expecting(200)
                        .body();
        out.printf(
                words.in(
                                "What the evidence supports was taken as SELF scores: %d written, %d stood already.",
                                "นำระดับที่หลักฐานรองรับมาเป็นคะแนนประเมินตนเอง (SELF): บันทึก %d ข้อ มีอยู่แล้ว %d ข้อ")
                        + "%n%n",
                taken.path("written").asInt(),
                count(taken.path("outcomes"), "outcome", "UNCHANGED"));
        JsonNode unit = rubricService.get("/v1/units/" + UNIT).expecting(200).body();
        JsonNode result = rubricService.get(ASSESSMENT + "/result").expecting(200).body();
        Report report = new Report(words, out);
        report.table(
                String.format(words.heading, words.in(unit.path("title")), words.date(asOf)),
                result);
        out.println();
        out.printf(
                words.in(
                                "%d of %d criteria have evidence; it shows %d of %d milestones done.",
                                "มีหลักฐานแล้ว %d จาก %d ข้อ และแสดงว่าทำตามกำหนดแล้ว %d จาก %d รายการ")
                        + "%n%n",
                result.path("scored").asInt(),
                result.path("criteria").asInt(),
                milestones("&status=MET"),
                milestones(""));
        report.missing(result, readiness);
    }

    /** Readiness that knows of everything that was accepted by {@code filed}. */
    private JsonNode readinessSince(Instant filed) throws InterruptedException {
        for (int i = 0; i < polls; i++) {
            JsonNode readiness = rubricService.get(ASSESSMENT + "/readiness").expecting(200).body();
            JsonNode factsAsOf = readiness.path("factsAsOf");
            if (factsAsOf.isTextual() && Instant.parse(factsAsOf.asText()).isAfter(filed)) {
                return readiness;
            }
            Thread.sleep(poll);
        }
        throw new RestException(
                "rubric-service has not heard of the evidence; ./suite logs rubric-service says why");
    }

    private int milestones(String status) {
        return rubricService
                .get("/v1/cycles/" + CYCLE + "/milestones?unit=" + UNIT + "&size=1" + status)
                .expecting(200)
                .body()
                .path("total")
                .asInt();
    }

    private static int count(JsonNode items, String field, String value) {
        int count = 0;
        for (JsonNode item : items) {
            count += item.path(field).asText().equals(value) ? 1 : 0;
        }
        return count;
    }
}
