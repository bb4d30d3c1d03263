package org.kongdee.test.generated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.github.curiousoddman.rgxgen.RgxGen;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.kongdee.test.PublishedContract;

/** Makes values that a schema allows. */
final class Values {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 6;
    private static final BigDecimal HUNDREDTH = BigDecimal.valueOf(1, 2);
    private static final LocalDate FIRST_DAY = LocalDate.of(2021, 8, 1);
    private static final List<String> ZONES = List.of("Asia/Bangkok", "UTC", "Europe/Berlin");
    private static final List<String> LINES =
            List.of(
                    "Memo 12/2565",
                    "หนังสือเวียน",
                    "x",
                    "ก้ำกึ่ง — \u200bน้ำ",
                    "ครอบครัว \uD83D\uDC69\u200D\uD83D\uDC67, క్\u200Cష, a\uFEFFb",
                    "Ω≈ç√ \uD83D\uDE80",
                    "a".repeat(300),
                    "'; drop table unit; --",
                    "<script>alert(1)</script>");
    private static final List<String> TEXTS =
            Stream.concat(
                            LINES.stream(),
                            Stream.of(
                                    "ข้อ 1\n\tข้อ 2\n", "One\r\n\r\nTwo", "One\rTwo \uD83D\uDE80"))
                    .toList();

    private final PublishedContract contract;
    private final Pool pool;
    private final Random random;
    private final Map<String, RgxGen> patterns = new HashMap<>();

    Values(PublishedContract contract, Pool pool, Random random) {
        this.contract = contract;
        this.pool = pool;
        this.random = random;
    }

    /**
     * A value.
     *
     * @param name of the member or parameter that it is for
     */
    JsonNode of(JsonNode schema, String name) {
        return of(schema, name, 0);
    }

    private JsonNode of(JsonNode given, String name, int depth) {
        JsonNode schema = contract.resolve(given);
        for (String choice : List.of("oneOf", "anyOf")) {
            if (schema.has(choice)) {
                return of(option(schema.path(choice), depth), name, depth);
            }
        }
        if (schema.has("const")) {
            return schema.path("const");
        }
        if (schema.has("enum")) {
            return any(schema.path("enum"));
        }
        return switch (type(schema)) {
            case "object" -> object(schema, name, depth);
            case "array" -> array(schema, name, depth);
            case "integer" -> integer(schema);
            case "number" -> number(schema);
            case "boolean" -> BooleanNode.valueOf(random.nextBoolean());
            case "null" -> NullNode.instance;
            default -> TextNode.valueOf(text(schema, name));
        };
    }

    /** Deep down, one that ends soon. */
    private JsonNode option(JsonNode options, int depth) {
        if (depth < DEEPEST) {
            return any(options);
        }
        List<JsonNode> ending = new ArrayList<>();
        options.forEach(
                option -> {
                    if (!leadsOn(contract.resolve(option))) {
                        ending.add(option);
                    }
                });
        return ending.isEmpty() ? any(options) : ending.get(random.nextInt(ending.size()));
    }

    /** Whether it must have others inside. */
    private static boolean leadsOn(JsonNode schema) {
        for (JsonNode required : schema.path("required")) {
            JsonNode member = schema.path("properties").path(required.asText());
            if (member.path("minItems").asInt() > 0) {
                return true;
            }
        }
        return false;
    }

    private String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            return any(type).asText();
        }
        return type.asText(schema.has("properties") ? "object" : "string");
    }

    private ObjectNode object(JsonNode schema, String name, int depth) {
        ObjectNode object = JSON.objectNode();
        Set<String> required = new HashSet<>();
        schema.path("required").forEach(member -> required.add(member.asText()));
        for (var member : schema.path("properties").properties()) {
            boolean wanted = depth < DEEPEST && random.nextInt(3) > 0;
            if (required.contains(member.getKey()) || wanted) {
                object.set(member.getKey(), of(member.getValue(), member.getKey(), depth + 1));
            }
        }
        JsonNode others = schema.path("additionalProperties");
        if (others.isObject()) {
            int count = Math.max(schema.path("minProperties").asInt(), random.nextInt(3));
            for (int i = 0; i < count; i++) {
                String key = pool.any("key:" + name, random).orElse("k" + random.nextInt(100));
                object.set(key, of(others, name, depth + 1));
            }
        }
        return object;
    }

    private ArrayNode array(JsonNode schema, String name, int depth) {
        ArrayNode array = JSON.arrayNode();
        int least = schema.path("minItems").asInt();
        int most = Math.min(schema.path("maxItems").asInt(3), least + 3);
        int count = least + random.nextInt(most - least + 1);
        Set<JsonNode> seen = new HashSet<>();
        for (int i = 0; i < count; i++) {
            JsonNode item = of(schema.path("items"), singular(name), depth + 1);
            if (seen.add(item) || !schema.path("uniqueItems").asBoolean()) {
                array.add(item);
            }
        }
        return array;
    }

    private static String singular(String name) {
        return name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
    }

    private LongNode integer(JsonNode schema) {
        long least = schema.path("minimum").asLong(0);
        long most = schema.path("maximum").asLong(least + 100);
        return LongNode.valueOf(
                switch (random.nextInt(4)) {
                    case 0 -> least;
                    case 1 -> most;
                    default -> random.nextLong(least, most + 1);
                });
    }

    private DecimalNode number(JsonNode schema) {
        BigDecimal least =
                schema.has("exclusiveMinimum")
                        ? schema.path("exclusiveMinimum").decimalValue().add(HUNDREDTH)
                        : schema.path("minimum").decimalValue();
        BigDecimal most =
                schema.has("maximum")
                        ? schema.path("maximum").decimalValue()
                        : least.add(BigDecimal.valueOf(100));
        // Numbers have 12 digits at most, which no schema can say.
        most = most.min(least.add(BigDecimal.valueOf(1_000_000)));
        BigDecimal part = BigDecimal.valueOf(random.nextInt(101), 2);
        return DecimalNode.valueOf(
                new BigDecimal(
                        least.add(most.subtract(least).multiply(part))
                                .setScale(2, RoundingMode.FLOOR)
                                .stripTrailingZeros()
                                .toPlainString()));
    }

    String text(JsonNode schema, String name) {
        if (random.nextInt(4) > 0) {
            var known = pool.any(name, random).filter(value -> fits(schema, value));
            if (known.isPresent()) {
                return known.get();
            }
        }
        if (schema.has("examples") && random.nextInt(2) == 0) {
            JsonNode example = any(schema.path("examples"));
            if (example.isTextual()) {
                return example.asText();
            }
        }
        String made =
                switch (schema.path("format").asText()) {
                    case "date" -> FIRST_DAY.plusDays(random.nextInt(700)).toString();
                    case "date-time" ->
                            FIRST_DAY.plusDays(random.nextInt(700)) + "T01:02:03.000004Z";
                    case "uuid" -> new UUID(random.nextLong(), random.nextLong()).toString();
                    case "uri", "iri" -> "https://example.org/" + random.nextInt(1000);
                    case "time-zone" -> any(ZONES);
                    case "line" -> any(LINES);
                    case "text" -> any(TEXTS);
                    case "email" -> "p" + random.nextInt(1000) + "@example.org";
                    default -> free(schema);
                };
        return fits(schema, made) ? made : free(schema);
    }

    private String free(JsonNode schema) {
        if (schema.has("pattern")) {
            String pattern = schema.path("pattern").asText();
            for (int i = 0; i < 20; i++) {
                String made =
                        patterns.computeIfAbsent(pattern, each -> RgxGen.parse(unanchored(each)))
                                .generate(random);
                if (fits(schema, made)) {
                    return made;
                }
            }
        }
        for (JsonNode example : schema.path("examples")) {
            if (example.isTextual() && fits(schema, example.asText())) {
                return example.asText();
            }
        }
        List<String> fitting = LINES.stream().filter(text -> fits(schema, text)).toList();
        return fitting.isEmpty() ? "a".repeat(schema.path("minLength").asInt(1)) : any(fitting);
    }

    private static String unanchored(String pattern) {
        return pattern.replaceFirst("^\\^", "").replaceFirst("\\$$", "");
    }

    private static boolean fits(JsonNode schema, String text) {
        int length = text.codePointCount(0, text.length());
        return length >= schema.path("minLength").asInt(0)
                && length <= schema.path("maxLength").asInt(Integer.MAX_VALUE)
                && (!schema.has("pattern")
                        || Pattern.compile(schema.path("pattern").asText()).matcher(text).find());
    }

    private String any(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }

    private JsonNode any(JsonNode array) {
        List<JsonNode> items = new ArrayList<>();
        array.forEach(items::add);
        return items.get(random.nextInt(items.size()));
    }
}
