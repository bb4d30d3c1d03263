package org.kongdee.rubric.document;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.document.Scheme.Award;
import org.kongdee.rubric.document.Scheme.Rung;
import org.kongdee.rubric.rule.Rule;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Present;
import org.snakeyaml.engine.v2.api.lowlevel.Serialize;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Writes rubrics and plans. First each becomes plain values (maps in the order of the format,
 * lists, texts, numbers), leaving out what says nothing; then these are written as JSON or YAML.
 */
final class DocumentWriter {

    /** What YAML reads as this very text, without quotes. */
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9-]*");

    private static final Pattern WORD_OF_YAML =
            Pattern.compile("(?i)null|true|false|yes|no|on|off|y|n");

    private static final DumpSettings YAML =
            DumpSettings.builder()
                    .setIndicatorIndent(2)
                    .setIndentWithIndicator(true)
                    .setSplitLines(false)
                    .setWidth(Integer.MAX_VALUE)
                    .build();

    /** JSON, which is also read as YAML and so has no character that YAML refuses. */
    private static final JsonMapper JSON =
            JsonMapper.builder(
                            new JsonFactoryBuilder()
                                    .characterEscapes(new UnreadableInYaml())
                                    .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                                    .build())
                    .build();

    /** Escapes control characters, and what YAML takes for a line break or refuses to read. */
    private static final class UnreadableInYaml extends CharacterEscapes {

        private static final long serialVersionUID = 1;

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] escapes = standardAsciiEscapesForJSON();
            escapes[0x7f] = ESCAPE_STANDARD;
            return escapes;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int c) {
            return (c >= 0x80 && c <= 0xa0)
                            || c == 0x2028
                            || c == 0x2029
                            || c == 0xfeff
                            || c >= 0xfffe
                    ? new SerializedString("\\u%04x".formatted(c))
                    : null;
        }
    }

    private DocumentWriter() {}

    static String json(Rubric rubric) {
        try {
            return JSON.writeValueAsString(values(rubric));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("plain values can be written", e);
        }
    }

    static String yaml(Rubric rubric) {
        return new Present(YAML)
                .emitToString(new Serialize(YAML).serializeOne(node(values(rubric))).iterator());
    }

    static String yaml(Plan plan) {
        return new Present(YAML)
                .emitToString(new Serialize(YAML).serializeOne(node(values(plan))).iterator());
    }

    private static Map<String, Object> values(Plan plan) {
        Fields criteria = new Fields();
        plan.criteria().forEach((code, entry) -> criteria.put(code, values(entry)));
        return Map.of("criteria", criteria.values);
    }

    private static Map<String, Object> values(PlanEntry entry) {
        Fields fields = new Fields();
        fields.putEach("owners", entry.owners(), owner -> owner);
        fields.putEach("persons", entry.persons(), person -> person);
        fields.put("text", text(entry.text()));
        fields.put("result", text(entry.result()));
        fields.putEach("milestones", entry.milestones(), DocumentWriter::values);
        return fields.values;
    }

    private static Map<String, Object> values(PlanMilestone milestone) {
        Fields fields = new Fields();
        fields.put("code", milestone.code());
        fields.put("due", milestone.due());
        fields.put("round", milestone.round());
        fields.put("each", milestone.each());
        fields.putEach("owners", milestone.owners(), owner -> owner);
        fields.put("title", text(milestone.title()));
        fields.put("when", milestone.when());
        return fields.values;
    }

    private static Map<String, Object> values(Rubric rubric) {
        Fields fields = new Fields();
        fields.put("rubric", rubric.code());
        fields.put("version", rubric.version());
        fields.put("title", text(rubric.title()));
        fields.put("aggregate", rubric.aggregate().code());
        fields.putEach("kinds", rubric.kinds(), DocumentWriter::values);
        fields.putEach("channels", rubric.channels(), DocumentWriter::values);
        fields.putEach("fields", rubric.fields(), DocumentWriter::values);
        fields.putEach("groups", rubric.unitGroups(), DocumentWriter::values);
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
        fields.put("title", text(band.title()));
        fields.put("from", band.from());
        fields.putEach("requires", band.requires(), DocumentWriter::values);
        return fields.values;
    }

    private static Map<String, Object> values(Requirement requirement) {
        Fields fields = new Fields();
        fields.put("criterion", requirement.criterion());
        fields.put("points", requirement.points());
        return fields.values;
    }

    private static Map<String, Object> values(Node node) {
        Fields fields = new Fields();
        fields.put("code", node.code());
        fields.put("title", text(node.title()));
        fields.put("label", node.label());
        fields.put("weight", node.weight());
        fields.putEach("appliesTo", node.appliesTo(), group -> group);
        switch (node) {
            case Group group -> {
                fields.put("aggregate", group.aggregate().code());
                fields.putEach("requires", group.requires(), DocumentWriter::values);
                fields.putEach("nodes", group.nodes(), DocumentWriter::values);
            }
            case Criterion criterion -> putCriterion(criterion, fields);
        }
        return fields.values;
    }

    private static void putCriterion(Criterion criterion, Fields fields) {
        fields.put("description", text(criterion.description()));
        fields.put("approach", text(criterion.approach()));
        fields.putEach("examples", criterion.examples(), DocumentWriter::text);
        fields.put("zero", text(criterion.zero()));
        fields.putEach("kinds", criterion.kinds(), kind -> kind);
        fields.put("notApplicable", criterion.mayNotApply() ? "allowed" : null);
        fields.put("follows", criterion.follows());
        fields.put("deducts", criterion.deducts() ? true : null);
        fields.put("scheme", criterion.scheme().kind().code());
        switch (criterion.scheme()) {
            case Scheme.Ladders ladders when ladders.isNameless() ->
                    fields.putAll(values(ladders.parts().getFirst()));
            case Scheme.Ladders ladders ->
                    fields.putEach("parts", ladders.parts(), DocumentWriter::values);
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
        fields.putEach("deadlines", criterion.deadlines(), DocumentWriter::values);
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
        if (part.name() != null) {
            fields.putAll(values(part.name()));
        }
        fields.put("zero", text(part.zero()));
        fields.putEach("rungs", part.rungs(), DocumentWriter::values);
        return fields.values;
    }

    private static Map<String, Object> values(Scheme.Tier tier) {
        Fields fields = new Fields();
        fields.put("code", tier.code());
        fields.put("title", text(tier.title()));
        switch (tier.award()) {
            case Award.Fixed fixed -> fields.put("points", fixed.points());
            case Award.ByVariant byVariant ->
                    fields.putEach("variants", byVariant.variants(), DocumentWriter::values);
        }
        fields.put("when", source(tier.when()));
        return fields.values;
    }

    private static Map<String, Object> values(Award.Variant variant) {
        Fields fields = new Fields();
        fields.put("code", variant.code());
        fields.put("title", text(variant.title()));
        fields.put("points", variant.points());
        return fields.values;
    }

    private static Map<String, Object> values(Deadline deadline) {
        Fields fields = new Fields();
        fields.put("code", deadline.code());
        fields.put("due", deadline.due().toString());
        fields.put("title", text(deadline.title()));
        fields.put("when", source(deadline.when()));
        return fields.values;
    }

    private static @Nullable String source(@Nullable Rule rule) {
        return rule == null ? null : rule.source();
    }

    private static @Nullable Map<String, Object> text(@Nullable DocumentText text) {
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

        void putAll(Map<String, Object> others) {
            values.putAll(others);
        }

        <T> void putEach(String name, List<T> items, Function<T, ?> values) {
            if (!items.isEmpty()) {
                put(name, items.stream().map(values).toList());
            }
        }
    }

    /** What is flat stands on one line; texts that are more than a word stand in quotes. */
    private static org.snakeyaml.engine.v2.nodes.Node node(Object value) {
        return switch (value) {
            case Map<?, ?> fields ->
                    new MappingNode(
                            Tag.MAP,
                            fields.entrySet().stream()
                                    .map(f -> new NodeTuple(node(f.getKey()), node(f.getValue())))
                                    .toList(),
                            style(fields.values()));
            case List<?> items ->
                    new SequenceNode(
                            Tag.SEQ,
                            items.stream().map(DocumentWriter::node).toList(),
                            style(items));
            case BigDecimal number ->
                    new ScalarNode(
                            number.scale() > 0 ? Tag.FLOAT : Tag.INT,
                            number.toPlainString(),
                            ScalarStyle.PLAIN);
            case Integer number -> new ScalarNode(Tag.INT, number.toString(), ScalarStyle.PLAIN);
            case Boolean flag -> new ScalarNode(Tag.BOOL, flag.toString(), ScalarStyle.PLAIN);
            default -> {
                String text = value.toString();
                yield new ScalarNode(
                        Tag.STR,
                        text,
                        WORD.matcher(text).matches() && !WORD_OF_YAML.matcher(text).matches()
                                ? ScalarStyle.PLAIN
                                : ScalarStyle.DOUBLE_QUOTED);
            }
        };
    }

    private static FlowStyle style(Collection<?> items) {
        return items.stream().anyMatch(item -> item instanceof Map || item instanceof List)
                ? FlowStyle.BLOCK
                : FlowStyle.FLOW;
    }
}
