package org.kongdee.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.kongdee.stack.rest.RestClient;
import org.kongdee.stack.rest.RestException;

/**
 * Enters what the meeting of 20 December 2021 asked for beyond the plan, and the duties that recur;
 * one of them had been done. Safe to repeat: a task that is there is left as people made it.
 */
public final class Tasking {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The minutes say of it that it is done. */
    private static final String DONE = "T04";

    private final RestClient notificationService;
    private final Path root;
    private final PrintStream out;

    /**
     * @param root the folder that has the tasks in {@code demo}
     */
    public Tasking(RestClient notificationService, Path root, PrintStream out) {
        this.notificationService = notificationService;
        this.root = root;
        this.out = out;
    }

    public void run(String language) throws IOException {
        Words words = Words.of(language);
        JsonNode tasks = JSON.readTree(root.resolve("demo/tasks.json").toFile());
        Set<String> known = known();
        ArrayNode missing = JSON.createArrayNode();
        int series = 0;
        int nobodys = 0;
        for (JsonNode task : tasks) {
            if (!known.contains(task.path("task").asText())) {
                missing.add(task);
            }
            series += task.has("rrule") ? 1 : 0;
            nobodys += task.has("sections") || task.has("recipients") ? 0 : 1;
        }
        if (!missing.isEmpty()) {
            enter(missing);
        }
        out.printf(
                words.in(
                                "%d tasks of the meeting 12/2564 of 20 December 2021, %d of them recur and %d name nobody: those are the"
                                        + " director's, and gaps. %d are new in this run.",
                                "งานตามมติที่ประชุม 12/2564 วันที่ 20 ธันวาคม 2564 จำนวน %d งาน เป็นงานประจำ %d งาน"
                                        + " ไม่ระบุผู้รับผิดชอบ %d งาน (เป็นของผู้อำนวยการ) เพิ่มในครั้งนี้ %d งาน")
                        + "%n",
                tasks.size(),
                series,
                nobodys,
                missing.size());
    }

    private Set<String> known() {
        Set<String> keys = new HashSet<>();
        for (JsonNode task : notificationService.all("/v1/tasks?unit=SLK&size=200&page=")) {
            keys.add(task.path("task").asText());
        }
        return keys;
    }

    /** The answer is 200 even where lines were refused: each line answers for itself. */
    private void enter(ArrayNode missing) {
        JsonNode outcome = notificationService.post("/v1/tasks", missing).expecting(200).body();
        for (JsonNode line : outcome.path("outcomes")) {
            if (line.path("problem").isObject()) {
                throw new RestException(
                        "a task was refused: " + line.path("problem").path("detail").asText());
            }
        }
        for (JsonNode task : missing) {
            if (task.path("task").asText().equals(DONE)) {
                notificationService
                        .post(
                                "/v1/tasks/" + DONE + "/done",
                                JSON.createObjectNode()
                                        .put("answer", task.path("text").path("th").asText()))
                        .expecting(200);
            }
        }
    }
}
