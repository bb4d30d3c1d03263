package org.kongdee.rubric.document;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.document.Scheme.Award;
import org.kongdee.rubric.document.Scheme.Rung;
import org.kongdee.rubric.rule.Rule;
import org.kongdee.web.text.LocalizedText;

/**
 * Writes rubrics. First the rubric becomes plain values (maps in the order of the format, lists,
 * texts, numbers), leaving out what says nothing; then these are written as JSON or YAML.
 */
final class DocumentWriter {

    /** What YAML reads as this very text, without quotes. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9-]*");

    private static final Pattern WORD_OF_YAML =
            Pattern.compile("(?i)null|true|false|yes|no|on|off|y|n");

    private DocumentWriter() {}

    static String json(Rubric rubric) {
        StringBuilder out = new StringBuilder();
        writeJson(values(rubric), out);
        return out.toString();
    }

    static String yaml(Rubric rubric) {
        StringBuilder out = new StringBuilder();
        writeYaml(values(rubric), "", out);
        return out.toString();
    }

    private static Map<String, Object> values(Rubric rubric) {
        Fields fields = new Fields();
        fields.put("rubric", rubric.code());
        fields.put("version", rubric.version());
        fields.put("title", text(rubric.title()));
        fields.put("aggregate", rubric.aggregate().code());
        fields.putEach("sections", rubric.sections(), DocumentWriter::values);
        fields.putEach("channels", rubric.channels(), DocumentWriter::values);
        fields.putEach("nodes", rubric.nodes(), DocumentWriter::values);
        fields.putEach("bands", rubric.bands(), DocumentWriter::values);
        fields.put("pass", rubric.pass());
        return fields.values;
    }

    private static Map<String, Object> values(Rubric.Named named) {
        Fields fields = new Fields();
        fields.put("code", named.code());
        fields.put("title", text(named.title()));
        return fields.values;
    }

    private static Map<String, Object> values(Rubric.Band band) {
        Fields fields = new Fields();
        fields.put("code", band.code());
        fields.put("from", band.from());
        return fields.values;
    }

    private static Map<String, Object> values(Node node) {
        Fields fields = new Fields();
        fields.put("code", node.code());
        fields.put("title", text(node.title()));
        fields.put("weight", node.weight());
        switch (node) {
            case Group group -> {
                fields.put("aggregate", group.aggregate().code());
                fields.putEach("nodes", group.nodes(), DocumentWriter::values);
            }
            case Criterion criterion -> putCriterion(criterion, fields);
        }
        return fields.values;
    }

    private static void putCriterion(Criterion criterion, Fields fields) {
        fields.putEach("owners", criterion.owners(), owner -> owner);
        fields.putEach("kinds", criterion.kinds(), kind -> kind);
        fields.put("notApplicable", criterion.mayNotApply() ? "allowed" : null);
        fields.put("follows", criterion.follows());
        fields.put("scheme", criterion.scheme().code());
        switch (criterion.scheme()) {
            case Scheme.Ladder ladder ->
                    fields.putEach("rungs", ladder.rungs(), DocumentWriter::values);
            case Scheme.Composite composite ->
                    fields.putEach("parts", composite.parts(), DocumentWriter::values);
            case Scheme.Tiers tiers ->
                    fields.putEach("tiers", tiers.tiers(), DocumentWriter::values);
            case Scheme.Numeric numeric -> {
                fields.put("min", numeric.min());
                fields.put("max", numeric.max());
            }
            case Scheme.Binary binary -> {
                fields.put("points", binary.points());
                fields.put("when", source(binary.when()));
            }
        }
        fields.putEach("milestones", criterion.milestones(), DocumentWriter::values);
    }

    private static Map<String, Object> values(Rung rung) {
        Fields fields = new Fields();
        fields.put("points", rung.points());
        fields.put("title", text(rung.title()));
        fields.put("when", source(rung.when()));
        fields.put("needs", text(rung.needs()));
        return fields.values;
    }

    private static Map<String, Object> values(Scheme.Part part) {
        Fields fields = new Fields();
        fields.put("code", part.code());
        fields.put("title", text(part.title()));
        fields.putEach("rungs", part.ladder().rungs(), DocumentWriter::values);
        return fields.values;
    }

    private static Map<String, Object> values(Scheme.Tier tier) {
        Fields fields = new Fields();
        fields.put("code", tier.code());
        fields.put("title", text(tier.title()));
        switch (tier.award()) {
            case Award.Fixed fixed -> fields.put("points", fixed.points());
            case Award.ByVariant byVariant -> fields.put("variants", byVariant.points());
        }
        fields.put("when", source(tier.when()));
        return fields.values;
    }

    private static Map<String, Object> values(Milestone milestone) {
        Fields fields = new Fields();
        fields.put("code", milestone.code());
        fields.put("due", milestone.due().toString());
        fields.put("round", milestone.round());
        fields.put("title", text(milestone.title()));
        fields.put("when", source(milestone.when()));
        return fields.values;
    }

    private static @Nullable String source(@Nullable Rule rule) {
        return rule == null ? null : rule.source();
    }

    private static @Nullable Map<String, Object> text(@Nullable LocalizedText text) {
        if (text == null) {
            return null;
        }
        Fields fields = new Fields();
        fields.put("en", text.en());
        fields.put("th", text.th());
        return fields.values;
    }

    /** Fields in order, without those that say nothing. */
    private static final class Fields {

        private final Map<String, Object> values = new LinkedHashMap<>();

        void put(String name, @Nullable Object value) {
            if (value != null) {
                values.put(name, value);
            }
        }

        <T> void putEach(String name, List<T> items, Function<T, ?> values) {
            if (!items.isEmpty()) {
                put(name, items.stream().map(values).toList());
            }
        }
    }

    private static void writeJson(Object value, StringBuilder out) {
        switch (value) {
            case Map<?, ?> fields -> {
                String separator = "{";
                for (Map.Entry<?, ?> field : fields.entrySet()) {
                    out.append(separator);
                    writeText((String) field.getKey(), out);
                    out.append(':');
                    writeJson(field.getValue(), out);
                    separator = ",";
                }
                out.append('}');
            }
            case List<?> items -> {
                String separator = "[";
                for (Object item : items) {
                    out.append(separator);
                    writeJson(item, out);
                    separator = ",";
                }
                out.append(']');
            }
            case BigDecimal number -> out.append(number.toPlainString());
            case Integer number -> out.append(number);
            default -> writeText(value.toString(), out);
        }
    }

    private static void writeText(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (mustEscape(c)) {
                        out.append("\\u%04x".formatted((int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    /** Control characters; and what YAML takes for a line break or refuses to read. */
    private static boolean mustEscape(char c) {
        return c < ' '
                || (c >= 0x7f && c <= 0xa0)
                || c == 0x2028
                || c == 0x2029
                || c == 0xfeff
                || c >= 0xfffe;
    }

    private static void writeYaml(Object value, String indent, StringBuilder out) {
        switch (value) {
            case Map<?, ?> fields -> {
                String before = "";
                for (Map.Entry<?, ?> field : fields.entrySet()) {
                    out.append(before).append(scalar(field.getKey())).append(':');
                    writeYamlField(field.getValue(), indent, out);
                    before = indent;
                }
            }
            case List<?> items -> {
                for (Object item : items) {
                    out.append(indent).append("- ");
                    if (isFlat(item)) {
                        out.append(flow(item)).append('\n');
                    } else {
                        writeYaml(item, indent + "  ", out);
                    }
                }
            }
            default -> out.append(scalar(value)).append('\n');
        }
    }

    private static void writeYamlField(Object value, String indent, StringBuilder out) {
        if (isFlat(value)) {
            out.append(' ').append(flow(value)).append('\n');
        } else if (value instanceof List<?>) {
            out.append('\n');
            writeYaml(value, indent + "  ", out);
        } else {
            out.append('\n').append(indent).append("  ");
            writeYaml(value, indent + "  ", out);
        }
    }

    /** Whether it fits on one line: a scalar, or a collection of scalars. */
    private static boolean isFlat(Object value) {
        return switch (value) {
            case Map<?, ?> fields ->
                    fields.values().stream().noneMatch(DocumentWriter::isCollection);
            case List<?> items -> items.stream().noneMatch(DocumentWriter::isCollection);
            default -> true;
        };
    }

    private static boolean isCollection(Object value) {
        return value instanceof Map || value instanceof List;
    }

    private static String flow(Object value) {
        return switch (value) {
            case Map<?, ?> fields ->
                    fields.entrySet().stream()
                            .map(field -> scalar(field.getKey()) + ": " + scalar(field.getValue()))
                            .collect(Collectors.joining(", ", "{", "}"));
            case List<?> items ->
                    items.stream()
                            .map(DocumentWriter::scalar)
                            .collect(Collectors.joining(", ", "[", "]"));
            default -> scalar(value);
        };
    }

    private static String scalar(Object value) {
        if (value instanceof String text
                && PLAIN.matcher(text).matches()
                && !WORD_OF_YAML.matcher(text).matches()) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        writeJson(value, out);
        return out.toString();
    }
}
