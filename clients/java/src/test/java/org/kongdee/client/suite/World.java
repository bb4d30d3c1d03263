package org.kongdee.client.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.kongdee.client.Json;
import org.kongdee.client.Kongdee;
import org.kongdee.client.Retry;
import org.kongdee.client.rubric.EnrolUnit;
import org.kongdee.client.rubric.EvidenceState;
import org.kongdee.client.rubric.LocalizedText;
import org.kongdee.client.rubric.Period;
import org.kongdee.client.rubric.PutCycle;
import org.kongdee.client.rubric.Review;
import org.kongdee.client.rubric.RubricApi;
import org.kongdee.client.rubric.UnitLine;

/**
 * A running suite, named by the environment as clients/check/run sets it, and what tests make in
 * it: cycles of the contest's rubric under fresh keys.
 */
final class World {

    static final String RUBRIC = "division-contest";
    static final String VERSION = "2565";

    private World() {}

    static String setting(String name) {
        String value = System.getenv(name);
        if (value == null) {
            throw new IllegalStateException(
                    name + " is not set; clients/check/run java starts a suite and sets it");
        }
        return value;
    }

    static Kongdee as(String token) {
        String value = setting(token);
        return Kongdee.builder()
                .rubric(setting("RUBRIC_URL"))
                .evidence(setting("EVIDENCE_URL"))
                .notification(setting("NOTIFICATION_URL"))
                .tokens(() -> value)
                .language("en")
                // A suite on a busy machine takes its time.
                .retry(new Retry(10, Duration.ofSeconds(1), Duration.ofMinutes(1)))
                .build();
    }

    static Kongdee organiser() {
        return as("ORGANISER_TOKEN");
    }

    /** An open cycle, with units that are named after it. */
    static String cycle(int units) {
        return cycle(units, rubric());
    }

    /** The same by this rubric. */
    static String cycle(int units, JsonNode rubric) {
        String key = key();
        var lines = new ArrayList<UnitLine>();
        for (String unit : units(key, units)) {
            lines.add(
                    UnitLine.builder()
                            .unit(unit)
                            .title(LocalizedText.builder().en(unit).th("หน่วย " + unit).build())
                            .sections(List.of())
                            .build());
        }
        if (organiser().rubric().putUnits(lines).once().send().rejected() != 0) {
            throw new IllegalStateException("units were refused");
        }
        open(key, units(key, units), rubric);
        return key;
    }

    /** An open cycle with the unit that the suite knows, whose collection is open too. */
    static String cycleOfSlk() throws InterruptedException {
        String key = key();
        open(key, List.of("SLK"), rubric());
        // evidence-service is told in the background.
        while (organiser().rubric().getAssessment(key, "SLK").send().evidence()
                != EvidenceState.REGISTERED) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return key;
    }

    private static String key() {
        return "java-" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    }

    private static void open(String cycle, List<String> units, JsonNode document) {
        RubricApi rubric = organiser().rubric();
        rubric.putCycle(
                        cycle,
                        PutCycle.builder()
                                .rubric(document.get("rubric").asText())
                                .version(document.get("version").asText())
                                .period(
                                        Period.builder()
                                                .start(LocalDate.of(2026, 8, 1))
                                                .end(LocalDate.of(2027, 7, 30))
                                                .build())
                                .timeZone("Asia/Bangkok")
                                .review(Review.PEER)
                                .build())
                .send();
        rubric.enrolUnits(
                        cycle,
                        units.stream().map(unit -> EnrolUnit.builder().unit(unit).build()).toList())
                .once()
                .send();
        rubric.openCycle(cycle).once().send();
    }

    static List<String> units(String cycle, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> cycle.toUpperCase(java.util.Locale.ROOT) + "-" + number)
                .toList();
    }

    static JsonNode rubric() {
        return organiser().rubric().getRubric(RUBRIC, VERSION).send();
    }

    /** A published rubric with a criterion of every scheme, under a key of its own. */
    static JsonNode everyScheme() throws IOException {
        var document =
                (ObjectNode)
                        Json.MAPPER.readTree(
                                Path.of("..", "check", "stories", "every-scheme.json").toFile());
        document.put("rubric", key());
        RubricApi rubric = organiser().rubric();
        rubric.importRubric(document).once().send();
        rubric.publishRubric(document.get("rubric").asText(), document.get("version").asText())
                .once()
                .send();
        return document;
    }

    /** The criteria of a rubric document, in its order. */
    static List<JsonNode> criteria(JsonNode nodes) {
        var criteria = new ArrayList<JsonNode>();
        for (JsonNode node : nodes) {
            if (node.has("scheme")) {
                criteria.add(node);
            }
            criteria.addAll(criteria(node.path("nodes")));
        }
        return criteria;
    }

    /** A claim for a criterion of the contest, as it stands in a cell. */
    static String claim(JsonNode criterion) {
        return switch (criterion.get("scheme").asText()) {
            case "ladder" -> "1";
            case "composite" -> {
                var parts = new ArrayList<String>();
                criterion.get("parts").forEach(part -> parts.add(part.get("code").asText() + "=1"));
                yield String.join(";", parts);
            }
            case "tiers" -> "-";
            case "numeric" -> criterion.get("min").asText();
            case "binary" -> "yes";
            default -> throw new AssertionError(criterion);
        };
    }
}
