package org.kongdee.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.kongdee.stack.rest.RestClient;

/**
 * Sends what one division could really show on 20 December 2021 to {@code evaluate}, stores what it
 * supports as the division's own scores, and prints the stored result with what is missing for
 * more.
 */
public final class Demo {

    private static final String RUBRIC = "/v1/rubrics/division-contest/versions/2565";
    private static final String CYCLE = "division-contest-2565";
    private static final String UNIT = "SLK";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RestClient rubricService;
    private final Path root;
    private final PrintStream out;

    /**
     * @param root the folder that has the demo's data in {@code demo}
     */
    public Demo(RestClient rubricService, Path root, PrintStream out) {
        this.rubricService = rubricService;
        this.root = root;
        this.out = out;
    }

    public void run(String language) throws IOException {
        Words words = Words.of(language);
        JsonNode request = JSON.readTree(root.resolve("demo/slk-2021-12-20.json").toFile());
        JsonNode evaluation =
                rubricService.post(RUBRIC + "/evaluate", request).expecting(200).body();
        store(claims(request, evaluation));
        JsonNode unit = rubricService.get("/v1/units/" + UNIT).expecting(200).body();
        JsonNode result =
                rubricService
                        .get("/v1/cycles/" + CYCLE + "/assessments/" + UNIT + "/result?stage=SELF")
                        .expecting(200)
                        .body();
        LocalDate asOf = LocalDate.parse(request.path("asOf").asText());
        Report report = new Report(words, out);
        report.table(
                String.format(words.heading, words.in(unit.path("title")), words.date(asOf)),
                result);
        out.println();
        out.printf(
                words.stored + "%n",
                result.path("scored").asInt(),
                result.path("criteria").asInt(),
                UNIT,
                CYCLE);
        out.println();
        report.missing(result, evaluation);
    }

    /** What the evidence supports, of each criterion that has any. */
    private static ArrayNode claims(JsonNode request, JsonNode evaluation) {
        Set<String> withEvidence = new HashSet<>();
        request.path("evidence").forEach(item -> withEvidence.add(item.path("criterion").asText()));
        ArrayNode lines = JSON.createArrayNode();
        for (JsonNode criterion : evaluation.path("criteria")) {
            if (withEvidence.contains(criterion.path("criterion").asText())
                    && criterion.path("supported").isObject()) {
                lines.addObject()
                        .put("unit", UNIT)
                        .put("criterion", criterion.path("criterion").asText())
                        .put("stage", "SELF")
                        .set("claim", criterion.path("supported"));
            }
        }
        return lines;
    }

    private void store(ArrayNode lines) {
        rubricService.post("/v1/cycles/" + CYCLE + "/scores?mode=atomic", lines).expecting(200);
    }
}
