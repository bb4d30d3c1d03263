package org.kongdee.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kongdee.stack.text.Columns;

/** The printed result: a table by dimension, and what is missing in each. */
final class Report {

    private static final int CODE = 4;
    private static final int TITLE = 62;
    private static final int NUMBER = 9;
    private static final int WIDTH = CODE + TITLE + 3 * NUMBER;
    private static final int CRITERION = 7;
    private static final int GAIN = 7;
    private static final int SHOWN = 4;

    /** The next points of one criterion. */
    private record Step(String criterion, boolean begun, BigDecimal points, String needs) {}

    private final Words words;
    private final PrintStream out;

    Report(Words words, PrintStream out) {
        this.words = words;
        this.out = out;
    }

    void table(String heading, JsonNode result) {
        out.println(heading);
        out.println();
        row("", words.dimension, words.points, words.max, "%");
        line();
        for (JsonNode node : result.path("nodes")) {
            row(node.path("code").asText(), words.in(node.path("title")), node);
        }
        line();
        row("", words.total, result);
    }

    /**
     * The next rungs of each dimension: those of criteria that have points already first, then by
     * what they bring.
     */
    void missing(JsonNode result, JsonNode evaluation) {
        Map<String, JsonNode> criteria = new HashMap<>();
        evaluation
                .path("criteria")
                .forEach(node -> criteria.put(node.path("criterion").asText(), node));
        out.println(words.missing);
        for (JsonNode dimension : result.path("nodes")) {
            List<Step> steps = new ArrayList<>();
            collect(dimension, criteria, steps);
            steps.sort(Comparator.comparing(Step::begun).thenComparing(Step::points).reversed());
            if (!steps.isEmpty()) {
                print(dimension, steps);
            }
        }
    }

    private void collect(JsonNode node, Map<String, JsonNode> criteria, List<Step> steps) {
        node.path("nodes").forEach(child -> collect(child, criteria, steps));
        JsonNode criterion = criteria.get(node.path("code").asText());
        if (criterion != null && node.path("nodes").isEmpty()) {
            for (JsonNode missing : criterion.path("missing")) {
                steps.add(
                        new Step(
                                node.path("code").asText(),
                                node.path("points").decimalValue().signum() > 0,
                                missing.path("points").decimalValue(),
                                words.in(missing.path("needs"))));
            }
        }
    }

    private void print(JsonNode dimension, List<Step> steps) {
        out.println();
        out.println(
                Columns.left(dimension.path("code").asText(), CODE)
                        + Columns.cut(words.in(dimension.path("title")), WIDTH - CODE));
        for (Step step : steps.subList(0, Math.min(SHOWN, steps.size()))) {
            String start =
                    " ".repeat(CODE)
                            + Columns.left(step.criterion, CRITERION)
                            + Columns.right("+" + number(step.points), GAIN)
                            + "  ";
            List<String> lines =
                    Columns.wrap(step.needs, WIDTH - Columns.width(start), words.locale);
            out.println(start + lines.getFirst());
            lines.stream()
                    .skip(1)
                    .forEach(rest -> out.println(" ".repeat(Columns.width(start)) + rest));
        }
        if (steps.size() > SHOWN) {
            out.println(" ".repeat(CODE) + String.format(words.more, steps.size() - SHOWN));
        }
    }

    private void row(String code, String title, JsonNode node) {
        row(
                code,
                title,
                number(node.path("points")),
                number(node.path("max")),
                number(node.path("percent")));
    }

    private void row(String code, String title, String points, String max, String percent) {
        out.println(
                Columns.left(code, CODE)
                        + Columns.left(Columns.cut(title, TITLE - 2), TITLE)
                        + Columns.right(points, NUMBER)
                        + Columns.right(max, NUMBER)
                        + Columns.right(percent, NUMBER));
    }

    private void line() {
        out.println("-".repeat(WIDTH));
    }

    private static String number(JsonNode value) {
        return value.isNumber() ? number(value.decimalValue()) : "";
    }

    private static String number(BigDecimal value) {
        return value.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
