package org.kongdee.stack.seed;

import static org.kongdee.stack.seed.SeedFile.without;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.kongdee.stack.rest.RestClient;

/**
 * Opens a collection in evidence-service for each contest cycle, with a slot for each criterion of
 * the cycle's rubric. Safe to repeat, as {@link Seed} is.
 */
public final class CollectionSeed {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final RestClient rubricService;
    private final RestClient evidenceService;
    private final Path root;
    private final Clock clock;

    /**
     * @param rubricService has the rubrics already
     * @param root the folder that has the seed file in {@code demo}
     */
    public CollectionSeed(
            RestClient rubricService, RestClient evidenceService, Path root, Clock clock) {
        this.rubricService = rubricService;
        this.evidenceService = evidenceService;
        this.root = root;
        this.clock = clock;
    }

    /** Returns a line on what is there now. */
    public String run() throws IOException {
        SeedFile seed = SeedFile.read(root, clock);
        int slots = 0;
        for (JsonNode cycle : seed.cycles()) {
            JsonNode rubric = rubric(cycle);
            String path = "/v1/collections/" + cycle.path("cycle").asText();
            ObjectNode collection = collection(cycle, rubric);
            slots = collection.path("slots").size();
            put(path, collection);
            for (JsonNode unit : seed.units()) {
                put(path + "/units/" + unit.path("unit").asText(), without(unit, "unit"));
            }
        }
        return seed.cycles().size() + " collections of " + slots + " slots";
    }

    private JsonNode rubric(JsonNode cycle) {
        return rubricService
                .get(
                        "/v1/rubrics/"
                                + cycle.path("rubric").asText()
                                + "/versions/"
                                + cycle.path("version").asText())
                .expecting(200)
                .body();
    }

    /** 428: somebody has changed it, and it stays so; 409: evidence needs what is there. */
    private void put(String path, JsonNode content) {
        evidenceService.put(path, content).expecting(200, 201, 409, 428);
    }

    private static ObjectNode collection(JsonNode cycle, JsonNode rubric) {
        ArrayNode channels = JSON.createArrayNode();
        rubric.path("channels").forEach(channel -> channels.add(channel.path("code")));
        ObjectNode collection = JSON.createObjectNode();
        collection.set("period", cycle.path("period"));
        collection.put("status", "OPEN").put("review", "PEER");
        addSlots(rubric.path("nodes"), channels, collection.putArray("slots"));
        return collection;
    }

    /** In the order of the rubric; what takes no evidence is no slot. */
    private static void addSlots(JsonNode nodes, ArrayNode channels, ArrayNode slots) {
        for (JsonNode node : nodes) {
            if (!node.path("kinds").isEmpty()) {
                ObjectNode slot = slots.addObject();
                slot.set("code", node.path("code"));
                slot.set("title", node.path("title"));
                slot.set("kinds", node.path("kinds"));
                slot.set("channels", channels);
            }
            addSlots(node.path("nodes"), channels, slots);
        }
    }
}
