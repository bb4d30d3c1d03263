package rubric;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Two claims for every criterion of a rubric, so that a write can always change what is there. They are kept as JSON.
 */
record Claims(List<Criterion> criteria) {

    record Criterion(String code, String one, String other) {

        String claim(boolean first) {
            return first ? one : other;
        }
    }

    static Claims of(JsonNode rubric) {
        List<Criterion> criteria = new ArrayList<>();
        collect(rubric, criteria);
        return new Claims(List.copyOf(criteria));
    }

    /** The codes as an array that PostgreSQL reads. */
    String codes() {
        return criteria.stream().map(Criterion::code).collect(Collectors.joining(",", "{", "}"));
    }

    private static void collect(JsonNode node, List<Criterion> criteria) {
        if (node.has("scheme")) {
            criteria.add(new Criterion(node.path("code").asText(), claim(node, 0), claim(node, 1)));
        }
        node.path("nodes").forEach(child -> collect(child, criteria));
    }

    private static String claim(JsonNode criterion, int reached) {
        return switch (criterion.path("scheme").asText()) {
            case "ladder" -> "{\"rung\":" + reached + "}";
            case "composite" ->
                    StreamSupport.stream(criterion.path("parts").spliterator(), false)
                            .map(part -> part.path("code") + ":" + reached)
                            .collect(Collectors.joining(",", "{\"parts\":{", "}}"));
            case "tiers" -> "{\"tiers\":[" + (reached == 0 ? "" : choice(criterion.path("tiers").get(1))) + "]}";
            case "numeric" -> "{\"value\":" + criterion.path(reached == 0 ? "min" : "max") + "}";
            case "binary" -> "{\"met\":" + (reached == 1) + "}";
            default -> throw new IllegalArgumentException("unknown scheme of " + criterion.path("code"));
        };
    }

    private static String choice(JsonNode tier) {
        String variant =
                tier.has("variants")
                        ? ",\"variant\":" + tier.path("variants").path(0).path("code")
                        : "";
        return "{\"tier\":" + tier.path("code") + variant + "}";
    }
}
