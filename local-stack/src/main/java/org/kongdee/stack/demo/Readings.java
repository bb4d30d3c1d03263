package org.kongdee.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.Set;
import org.kongdee.stack.rest.RestClient;
import org.kongdee.stack.text.Columns;

/**
 * Says how much of the result rests on what: the minutes state some of the evidence, some is
 * inferred from them, and some they only plan. No number here is the real result of that day, which
 * nobody knows; each is one reading of the minutes.
 */
public final class Readings {

    private static final String EVALUATE = "/v1/rubrics/division-contest/versions/2565/evaluate";
    private static final int NUMBER = 8;
    private static final int CRITERION = 9;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RestClient rubricService;
    private final Path root;
    private final PrintStream out;

    /**
     * @param rubricService as an officer of the unit
     * @param root the folder that has the demo's data in {@code demo}
     */
    public Readings(RestClient rubricService, Path root, PrintStream out) {
        this.rubricService = rubricService;
        this.root = root;
        this.out = out;
    }

    public void run(String language) throws IOException {
        Words words = Words.of(language);
        JsonNode data = JSON.readTree(root.resolve("demo/slk-2021-12-20.json").toFile());
        out.println();
        out.println(
                words.in(
                        "How sure is that? As we read the minutes of that day:",
                        "แน่ใจได้เพียงใด ตามที่เราอ่านรายงานการประชุมของวันนั้น:"));
        reading(
                words.in(
                        "with all items, also those that the minutes only plan",
                        "นับทุกรายการ รวมที่รายงานการประชุมเพียงวางแผนไว้"),
                data,
                Set.of("stated", "inferred", "planned"));
        reading(
                words.in("without what is only planned", "ไม่นับรายการที่เพียงวางแผนไว้"),
                data,
                Set.of("stated", "inferred"));
        reading(
                words.in(
                        "with what the minutes state, and nothing that we infer",
                        "นับเฉพาะที่รายงานการประชุมระบุชัด ไม่นับที่เราอนุมาน"),
                data,
                Set.of("stated"));
        planned(words, data);
    }

    private void reading(String what, JsonNode data, Set<String> bases) {
        ObjectNode request = JSON.createObjectNode();
        request.set("period", data.path("period"));
        request.set("asOf", data.path("asOf"));
        request.set("sections", data.path("sections"));
        var evidence = request.putArray("evidence");
        for (JsonNode item : data.path("evidence")) {
            if (bases.contains(item.path("basis").asText())) {
                ObjectNode shown = item.deepCopy();
                shown.remove(Set.of("basis", "why", "title"));
                evidence.add(shown);
            }
        }
        JsonNode result = rubricService.post(EVALUATE, request).expecting(200).body();
        out.println(
                Columns.right(number(result.path("points").decimalValue()), NUMBER)
                        + "  "
                        + what
                        + " ("
                        + evidence.size()
                        + ")");
    }

    private void planned(Words words, JsonNode data) {
        out.println();
        out.println(
                words.in(
                        "Only planned: nothing says that it was done",
                        "เพียงวางแผนไว้ ไม่มีข้อความว่าทำแล้ว"));
        for (JsonNode item : data.path("evidence")) {
            if (item.path("basis").asText().equals("planned")) {
                out.println(
                        "  "
                                + Columns.left(item.path("criterion").asText(), CRITERION)
                                + words.in(item.path("title")));
            }
        }
    }

    private static String number(BigDecimal points) {
        return points.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
