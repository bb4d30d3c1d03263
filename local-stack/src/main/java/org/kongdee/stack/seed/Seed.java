package org.kongdee.stack.seed;

import static org.kongdee.stack.seed.SeedFile.without;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.kongdee.stack.rest.RestClient;

/**
 * Puts the built-in rubrics, the first unit, its contest cycles and its plan for them into
 * rubric-service, as {@code demo/seed.json} lists them. Safe to repeat: what is there already is
 * left as it is, changes that people made included.
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
        SeedFile seed = SeedFile.read(root, clock);
        for (JsonNode rubric : seed.rubrics()) {
            publish(rubric);
        }
        for (JsonNode unit : seed.units()) {
            create("/v1/units/" + unit.path("unit").asText(), without(unit, "unit"));
        }
        for (JsonNode cycle : seed.cycles()) {
            enrol(cycle, seed.units());
            plan(cycle, seed.plans());
            open(cycle);
        }
        return seed.rubrics().size()
                + " rubrics, "
                + seed.units().size()
                + " unit, "
                + seed.cycles().size()
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

    private void enrol(JsonNode cycle, JsonNode units) {
        create(path(cycle), without(cycle, "cycle"));
        for (JsonNode unit : units) {
            rubricService
                    .put(
                            path(cycle) + "/assessments/" + unit.path("unit").asText(),
                            JSON.createObjectNode())
                    .expecting(200, 201, 409, 428);
        }
    }

    /** A plan serves every cycle of its rubric: its days are month-days. */
    private void plan(JsonNode cycle, JsonNode plans) throws IOException {
        for (JsonNode plan : plans) {
            if (plan.path("rubric").equals(cycle.path("rubric"))) {
                String unit = path(cycle) + "/assessments/" + plan.path("unit").asText();
                String document = Files.readString(root.resolve(plan.path("file").asText()));
                // 428: people have changed it since.
                rubricService
                        .put(unit + "/plan", "application/yaml", document)
                        .expecting(200, 201, 409, 428);
            }
        }
    }

    /** Registers its collection too. 409: it is open, or somebody has closed it since. */
    private void open(JsonNode cycle) {
        rubricService.post(path(cycle) + "/open").expecting(200, 409);
    }

    private static String path(JsonNode cycle) {
        return "/v1/cycles/" + cycle.path("cycle").asText();
    }

    /**
     * 428: it is there and somebody has changed it; 409: its state forbids a change. Both mean that
     * it is not new.
     */
    private void create(String path, JsonNode content) {
        rubricService.put(path, content).expecting(200, 201, 409, 428);
    }
}
