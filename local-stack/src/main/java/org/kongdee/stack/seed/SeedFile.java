package org.kongdee.stack.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code demo/seed.json}: the rubrics, units, plans and cycles that every installation starts with.
 */
record SeedFile(JsonNode rubrics, JsonNode units, JsonNode plans, List<JsonNode> cycles) {

    private static final ObjectMapper JSON = new ObjectMapper();

    SeedFile {
        cycles = List.copyOf(cycles);
    }

    /**
     * @param root the folder that has the file in {@code demo}
     * @param clock tells which contest is the current one
     */
    static SeedFile read(Path root, Clock clock) throws IOException {
        JsonNode file = JSON.readTree(root.resolve("demo/seed.json").toFile());
        List<JsonNode> cycles = new ArrayList<>();
        file.path("cycles").forEach(cycles::add);
        cycles.add(currentContest(file.path("currentContest"), clock));
        return new SeedFile(file.path("rubrics"), file.path("units"), file.path("plans"), cycles);
    }

    static ObjectNode without(JsonNode object, String... fields) {
        ObjectNode rest = object.deepCopy();
        rest.remove(List.of(fields));
        return rest;
    }

    private static ObjectNode currentContest(JsonNode template, Clock clock) {
        ZoneId zone = ZoneId.of(template.path("timeZone").asText());
        ContestYear year = ContestYear.of(LocalDate.now(clock.withZone(zone)));
        ObjectNode cycle = template.deepCopy();
        cycle.put("cycle", year.cycle(template.path("rubric").asText()));
        cycle.putObject("period")
                .put("start", year.start().toString())
                .put("end", year.end().toString());
        return cycle;
    }
}
