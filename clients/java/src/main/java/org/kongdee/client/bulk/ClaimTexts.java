package org.kongdee.client.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kongdee.client.Claim;
import org.kongdee.client.ReachedTier;

/**
 * Claims as people write them into a cell, read by the scheme that the rubric gives the criterion:
 * a ladder {@code 2}, a composite {@code a=3;b=1}, tiers {@code GOVERNMENT:relatedToMission;LOCAL}
 * or {@code -} for no tier, a number {@code 93.55}, {@code yes} or {@code no}; and of each {@code
 * NA: why}.
 */
public final class ClaimTexts {

    private static final String NOT_APPLICABLE = "NA:";

    private final Map<String, String> schemes = new HashMap<>();

    private ClaimTexts() {}

    /** Of this rubric document, as the service answers it. */
    public static ClaimTexts of(JsonNode rubric) {
        var texts = new ClaimTexts();
        texts.learn(rubric.path("nodes"));
        return texts;
    }

    private void learn(JsonNode nodes) {
        for (JsonNode node : nodes) {
            if (node.has("scheme")) {
                schemes.put(node.path("code").asText(), node.get("scheme").asText());
            }
            learn(node.path("nodes"));
        }
    }

    /**
     * @throws IllegalArgumentException which says what is expected
     */
    public Claim read(String criterion, String text) {
        String scheme = schemes.get(criterion);
        if (scheme == null) {
            throw new IllegalArgumentException("The rubric has no criterion " + criterion);
        }
        if (text.regionMatches(true, 0, NOT_APPLICABLE, 0, NOT_APPLICABLE.length())) {
            String why = text.substring(NOT_APPLICABLE.length()).strip();
            if (why.isEmpty()) {
                throw expected(text, "NA: and the reason");
            }
            return Claim.notApplicable(why);
        }
        return switch (scheme) {
            case "ladder" -> Claim.rung(rung(text, text, "a rung, such as 2"));
            case "composite" -> Claim.parts(parts(text));
            case "tiers" -> tiers(text);
            case "numeric" -> Claim.value(number(text));
            case "binary" -> Claim.met(met(text));
            default ->
                    throw new IllegalArgumentException(
                            "Criterion "
                                    + criterion
                                    + " has a scheme that this client does not know: "
                                    + scheme);
        };
    }

    private static Map<String, Integer> parts(String text) {
        var parts = new LinkedHashMap<String, Integer>();
        for (String each : List.of(text.split(";", -1))) {
            int sign = each.indexOf('=');
            String expected = "the rung of each part, such as a=3;b=1";
            if (sign < 1
                    || parts.put(
                                    each.substring(0, sign).strip(),
                                    rung(text, each.substring(sign + 1).strip(), expected))
                            != null) {
                throw expected(text, expected);
            }
        }
        return parts;
    }

    private static Claim tiers(String text) {
        var tiers = new ArrayList<ReachedTier>();
        for (String each : text.equals("-") ? List.<String>of() : List.of(text.split(";", -1))) {
            String[] tier = each.strip().split(":", 2);
            if (tier[0].isBlank()) {
                throw expected(
                        text,
                        "tiers, such as GOVERNMENT:relatedToMission, with ; between, or - for none");
            }
            tiers.add(
                    tier.length == 1
                            ? ReachedTier.of(tier[0])
                            : ReachedTier.of(tier[0].strip(), tier[1].strip()));
        }
        return Claim.tiers(tiers.toArray(ReachedTier[]::new));
    }

    private static int rung(String text, String number, String expected) {
        if (!number.matches("\\d{1,9}")) {
            throw expected(text, expected);
        }
        return Integer.parseInt(number);
    }

    private static BigDecimal number(String text) {
        if (!text.matches("-?\\d{1,12}(\\.\\d{1,6})?")) {
            throw expected(text, "a number, such as 93.55");
        }
        return new BigDecimal(text);
    }

    private static boolean met(String text) {
        return switch (text) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw expected(text, "yes or no");
        };
    }

    private static IllegalArgumentException expected(String text, String what) {
        return new IllegalArgumentException(
                "\"" + text + "\" is no claim here; expected is " + what);
    }
}
