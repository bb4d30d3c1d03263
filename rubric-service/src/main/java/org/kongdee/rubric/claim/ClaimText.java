package org.kongdee.rubric.claim;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kongdee.rubric.document.Criterion;
import org.kongdee.rubric.document.Scheme;
import org.kongdee.rubric.document.Scheme.Award;
import org.kongdee.rubric.scoring.Claim;
import org.kongdee.web.json.Decimals;
import org.kongdee.web.problem.Malformed;
import org.kongdee.web.problem.RuleBroken;
import org.kongdee.web.text.Message;

/**
 * Claims as they stand in a cell of a table: {@code 2} for a rung, {@code a=3;b=1} for parts,
 * {@code GOVERNMENT:relatedToMission} or {@code LOCAL} for tiers ({@code -} for none), {@code
 * 93.55} for a value, {@code yes} and {@code no}, and {@code NA: why}. What a number means is
 * decided by the criterion's scheme. What is written is read as the same claim again.
 */
public final class ClaimText {

    private static final String NONE = "-";
    private static final String NOT_APPLICABLE = "NA: ";

    private static final Pattern EXEMPT =
            Pattern.compile("\\s*N/?A\\s*(?:: ?(.*))?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern RUNG = Pattern.compile("(\\d{1,9})(?:\\.0+)?");
    private static final Pattern PART = Pattern.compile("([^=:;\\s]+)\\s*[=:]\\s*(\\d{1,9})");
    private static final Pattern TIER = Pattern.compile("([^=:;\\s]+)(?:\\s*:\\s*([^=:;\\s]+))?");
    private static final Pattern BETWEEN = Pattern.compile("\\s*[;,\\n]\\s*");

    private static final int SHOWN = 60;

    private ClaimText() {}

    /** As a cell has it. */
    public static String of(Claim claim) {
        return switch (claim) {
            case Claim.Rung(int rung) -> Integer.toString(rung);
            case Claim.Parts(Map<String, Integer> rungs) ->
                    rungs.entrySet().stream()
                            .map(part -> part.getKey() + "=" + part.getValue())
                            .collect(joining(";"));
            case Claim.Tiers(List<Claim.Tiers.Choice> choices) ->
                    choices.isEmpty()
                            ? NONE
                            : choices.stream().map(ClaimText::tier).collect(joining(";"));
            case Claim.Value(BigDecimal value) -> value.toPlainString();
            case Claim.Met(boolean met) -> met ? "yes" : "no";
            case Claim.NotApplicable(String reason) -> NOT_APPLICABLE + reason;
        };
    }

    /**
     * What somebody wrote in a cell that is not empty. It has the form of the criterion's scheme;
     * whether it fits the criterion is checked where all claims are.
     *
     * @param cell with the blanks around it, which may belong to a reason
     * @throws RuleBroken if it has not that form
     */
    public static Claim read(Criterion criterion, String cell) {
        Matcher exempt = EXEMPT.matcher(cell);
        if (exempt.matches()) {
            return new Claim.NotApplicable(
                    Optional.ofNullable(exempt.group(1))
                            .filter(reason -> !reason.isBlank())
                            .orElseThrow(
                                    () ->
                                            refused(
                                                    Message.of(
                                                            "Column claim: say why criterion %s does not apply, as NA: why.",
                                                            criterion.code()))));
        }
        String text = asciiDigits(cell.strip());
        return form(criterion.scheme(), text).orElseThrow(() -> wrongForm(criterion, cell));
    }

    /**
     * How a claim for a criterion may be written, for people to go by: {@code 0–3} for a ladder of
     * three rungs.
     */
    public static String form(Criterion criterion) {
        String form =
                switch (criterion.scheme()) {
                    case Scheme.Ladders ladders when ladders.isNameless() ->
                            upTo(ladders.parts().getFirst());
                    case Scheme.Ladders(List<Scheme.Part> parts) ->
                            parts.stream()
                                    .map(part -> part.code() + "=" + upTo(part))
                                    .collect(joining(";"));
                    case Scheme.Tiers(List<Scheme.Tier> tiers) ->
                            tiers.stream().map(ClaimText::choices).collect(joining(" | "));
                    case Scheme.Numeric(BigDecimal min, BigDecimal max) ->
                            min.toPlainString() + "–" + max.toPlainString();
                    case Scheme.Binary _ -> "yes | no";
                };
        return criterion.mayNotApply() ? form + " | NA: …" : form;
    }

    private static Optional<Claim> form(Scheme scheme, String text) {
        return switch (scheme) {
            case Scheme.Ladders ladders when ladders.isNameless() -> rung(text);
            case Scheme.Ladders _ -> parts(text);
            case Scheme.Tiers _ -> tiers(text);
            case Scheme.Numeric _ -> value(text);
            case Scheme.Binary _ -> met(text);
        };
    }

    /** A spreadsheet may have made {@code 2.0} of it. */
    private static Optional<Claim> rung(String text) {
        Matcher rung = RUNG.matcher(text);
        return rung.matches()
                ? Optional.of(new Claim.Rung(Integer.parseInt(rung.group(1))))
                : Optional.empty();
    }

    private static Optional<Claim> parts(String text) {
        Map<String, Integer> rungs = new LinkedHashMap<>();
        for (String one : split(text)) {
            Matcher part = PART.matcher(one);
            if (!part.matches()
                    || rungs.put(part.group(1), Integer.valueOf(part.group(2))) != null
                    || rungs.size() > Claim.Parts.MOST) {
                return Optional.empty();
            }
        }
        return Optional.of(new Claim.Parts(rungs));
    }

    private static Optional<Claim> tiers(String text) {
        if (text.equals(NONE)) {
            return Optional.of(new Claim.Tiers(List.of()));
        }
        List<Claim.Tiers.Choice> choices = new ArrayList<>();
        for (String one : split(text)) {
            Matcher tier = TIER.matcher(one);
            if (!tier.matches() || choices.size() == Claim.Tiers.MOST) {
                return Optional.empty();
            }
            choices.add(new Claim.Tiers.Choice(tier.group(1), tier.group(2)));
        }
        return Optional.of(new Claim.Tiers(choices));
    }

    private static Optional<Claim> value(String text) {
        try {
            return Optional.of(new Claim.Value(Decimals.parse(text)));
        } catch (Malformed e) {
            return Optional.empty();
        }
    }

    private static Optional<Claim> met(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "yes", "true", "ใช่" -> Optional.of(new Claim.Met(true));
            case "no", "false", "ไม่ใช่" -> Optional.of(new Claim.Met(false));
            default -> Optional.empty();
        };
    }

    /** A separator may stand at the end. */
    private static List<String> split(String text) {
        List<String> parts = List.of(BETWEEN.split(text, -1));
        return parts.size() > 1 && parts.getLast().isEmpty()
                ? parts.subList(0, parts.size() - 1)
                : parts;
    }

    private static RuleBroken wrongForm(Criterion criterion, String cell) {
        return refused(
                Message.of(
                        "Column claim: '%s' is no claim for criterion %s, which is scored by %s and takes %s.",
                        cell.length() > SHOWN ? cell.substring(0, SHOWN) + "…" : cell,
                        criterion.code(),
                        criterion.scheme().kind().code(),
                        form(criterion)));
    }

    private static RuleBroken refused(Message why) {
        return RuleBroken.at("invalid-claim", "/claim", why);
    }

    private static String tier(Claim.Tiers.Choice choice) {
        return choice.variant() == null ? choice.tier() : choice.tier() + ":" + choice.variant();
    }

    private static String upTo(Scheme.Part part) {
        return "0–" + part.rungs().size();
    }

    private static String choices(Scheme.Tier tier) {
        return switch (tier.award()) {
            case Award.Fixed _ -> tier.code();
            case Award.ByVariant(List<Award.Variant> variants) ->
                    variants.stream()
                            .map(variant -> tier.code() + ":" + variant.code())
                            .collect(joining(" | "));
        };
    }

    /** With the digits of our letters, where people wrote Thai ones. */
    public static String asciiDigits(String text) {
        StringBuilder ascii = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            ascii.append(c >= '๐' && c <= '๙' ? (char) (c - '๐' + '0') : c);
        }
        return ascii.toString();
    }
}
