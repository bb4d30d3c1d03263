package org.kongdee.stack.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.kongdee.stack.rest.RestClient;

/**
 * Gives notification-service Thailand's public holidays, and has its default policy observe them.
 * Safe to repeat: a calendar or a policy that people have changed is left as it is.
 */
public final class PolicySeed {

    private static final String CALENDAR = "thai-public";
    private static final String DEFAULT = "/v1/policies/default";

    /** As the service makes it. */
    private static final String UNTOUCHED = "\"1\"";

    private final RestClient notificationService;
    private final Path root;

    /**
     * @param root the folder that has the calendar in {@code docs/examples}
     */
    public PolicySeed(RestClient notificationService, Path root) {
        this.notificationService = notificationService;
        this.root = root;
    }

    /** Returns a line on what is there now. */
    public String run() throws IOException {
        String file = Files.readString(root.resolve("docs/examples/thai-public-holidays.ics"));
        // 428: people have put another one since.
        notificationService
                .put("/v1/holidays/" + CALENDAR, "text/calendar", file)
                .expecting(200, 201, 428);
        JsonNode there = notificationService.get(DEFAULT).expecting(200).body();
        ObjectNode wanted = SeedFile.without(there, "policy", "etag");
        wanted.putArray("holidays").add(CALENDAR);
        // 412: people have changed it since.
        notificationService.put(DEFAULT, wanted, UNTOUCHED).expecting(200, 412);
        JsonNode calendar =
                notificationService.get("/v1/holidays/" + CALENDAR).expecting(200).body();
        return "%d days off, complete until %s"
                .formatted(calendar.path("days").size(), calendar.path("until").asText());
    }
}
