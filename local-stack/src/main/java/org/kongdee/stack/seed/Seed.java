package org.kongdee.stack.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.kongdee.stack.rest.RestClient;

/**
 * Puts the built-in rubrics, the first unit and its contest cycles into rubric-service, as {@code
 * demo/seed.json} lists them. Safe to repeat: what is there already is left as it is, changes that
 * people made included.
 */
public final class Seed {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final RestClient rubricService;
    private final Path root;
    private final Clock clock;

    /**
     * @param root the folder that paths in the seed file start from
     */
    public Seed(RestClient rubricService, Path root, Clock clock) {
        this.rubricService = rubricService;
        this.root = root;
        this.clock = clock;
    }

    /** Returns a line on what is there now. */
    public String run() throws IOException {
        JsonNode seed = JSON.readTree(root.resolve("demo/seed.json").toFile());
        for (JsonNode rubric : seed.path("rubrics")) {
            publish(rubric);
        }
        for (JsonNode unit : seed.path("units")) {
            create("/v1/units/" + unit.path("unit").asText(), without(unit, "unit"));
        }
        for (JsonNode cycle : seed.path("cycles")) {
            open(cycle, seed.path("units"));
        }
        ObjectNode current = currentContest(seed.path("currentContest"));
        open(current, seed.path("units"));
        return seed.path("rubrics").size()
                + " rubrics, "
                + seed.path("units").size()
                + " unit, "
                + (seed.path("cycles").size() + 1)
                + " cycles";
    }

    private void publish(JsonNode rubric) throws IOException {
        String document = Files.readString(root.resolve(rubric.path("file").asText()));
        // 409: this version is there with other content, and published ones never change.
        rubricService.post("/v1/rubrics", "application/yaml", document).expecting(200, 201, 409);
        String key =
                rubric.path("rubric").asText() + "/versions/" + rubric.path("version").asText();
        // 409: published already.
        rubricService.post("/v1/rubrics/" + key + "/publish").expecting(200, 409);
    }

    private void open(JsonNode cycle, JsonNode units) {
        String path = "/v1/cycles/" + cycle.path("cycle").asText();
        create(path, without(cycle, "cycle"));
        // 409: it is open, or somebody has closed it since.
        rubricService.post(path + "/open").expecting(200, 409);
        for (JsonNode unit : units) {
            rubricService
                    .put(
                            path + "/assessments/" + unit.path("unit").asText(),
                            JSON.createObjectNode())
                    .expecting(200, 201, 409, 428);
        }
    }

    /**
     * 428: it is there and somebody has changed it; 409: its state forbids a change. Both mean that
     * it is not new.
     */
    private void create(String path, JsonNode content) {
        rubricService.put(path, content).expecting(200, 201, 409, 428);
    }

    private ObjectNode currentContest(JsonNode template) {
        ZoneId zone = ZoneId.of(template.path("timeZone").asText());
        ContestYear year = ContestYear.of(LocalDate.now(clock.withZone(zone)));
        ObjectNode cycle = template.deepCopy();
        cycle.put("cycle", template.path("rubric").asText() + "-" + year.buddhist());
        cycle.putObject("period")
                .put("start", year.start().toString())
                .put("end", year.end().toString());
        return cycle;
    }

    private static ObjectNode without(JsonNode object, String field) {
        ObjectNode rest = object.deepCopy();
        rest.remove(field);
        return rest;
    }
}
