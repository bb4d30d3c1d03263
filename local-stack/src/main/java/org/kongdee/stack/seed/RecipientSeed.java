package org.kongdee.stack.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.kongdee.stack.rest.RestClient;
import org.kongdee.stack.rest.RestException;

/**
 * Makes the people of {@code demo/recipients.json} known to notification-service and has it fetch
 * the milestones. Safe to repeat: a person who is there is left as people made them.
 */
public final class RecipientSeed {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KNOWN = "/v1/recipients?size=200&page=";

    private final RestClient notificationService;
    private final Path root;

    /**
     * @param root the folder that has the recipients in {@code demo}
     */
    public RecipientSeed(RestClient notificationService, Path root) {
        this.notificationService = notificationService;
        this.root = root;
    }

    /** Returns a line on what is there now. */
    public String run() throws IOException {
        JsonNode people = JSON.readTree(root.resolve("demo/recipients.json").toFile());
        Set<String> known = known();
        var missing = JSON.createArrayNode();
        for (JsonNode person : people) {
            if (!known.contains(person.path("recipient").asText())) {
                missing.add(person);
            }
        }
        if (!missing.isEmpty()) {
            register(missing);
        }
        JsonNode sync = notificationService.post("/v1/sync").expecting(200).body();
        return people.size()
                + " recipients, milestones of "
                + sync.path("cycles").size()
                + " cycles";
    }

    private Set<String> known() {
        Set<String> keys = new HashSet<>();
        for (JsonNode person : notificationService.all(KNOWN)) {
            keys.add(person.path("recipient").asText());
        }
        return keys;
    }

    /** The answer is 200 even where lines were refused: each line answers for itself. */
    private void register(JsonNode people) {
        JsonNode outcome = notificationService.post("/v1/recipients", people).expecting(200).body();
        for (JsonNode line : outcome.path("outcomes")) {
            if (line.path("problem").isObject()) {
                throw new RestException(
                        "a recipient was refused: " + line.path("problem").path("detail").asText());
            }
        }
    }
}
