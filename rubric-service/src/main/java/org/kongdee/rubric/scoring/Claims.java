package org.kongdee.rubric.scoring;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.document.Criterion;
import org.kongdee.rubric.document.Scheme;
import org.kongdee.rubric.document.Scheme.Award;
import org.kongdee.rubric.rule.Suggestions;
import org.kongdee.web.text.Message;

/** What claims must look like, and what they are worth. */
public final class Claims {

    private static final int MAX_REASON = 2_000;
    private static final int MAX_DECIMALS = 6;

    /** Of one claim: there may be many in a request. */
    private static final int MOST_FAULTS = 10;

    private Claims() {}

    /**
     * What is wrong with the claim, at least the first of it; empty if it can be scored. Paths are
     * those of the claim's JSON.
     *
     * @param suggestions of the request
     */
    public static List<ScoringFault> check(
            Criterion criterion, Claim claim, Suggestions suggestions) {
        if (claim instanceof Claim.NotApplicable notApplicable) {
            return checkNotApplicable(criterion, notApplicable);
        }
        return switch (criterion.scheme()) {
            case Scheme.Ladders ladders
                    when ladders.isNameless() && claim instanceof Claim.Rung(int rung) ->
                    checkRung("/rung", rung, ladders.parts().getFirst());
            case Scheme.Ladders ladders
                    when !ladders.isNameless() && claim instanceof Claim.Parts(var rungs) ->
                    checkParts(rungs, ladders);
            case Scheme.Tiers tiers when claim instanceof Claim.Tiers(var choices) ->
                    checkTiers(choices, tiers, suggestions);
            case Scheme.Numeric numeric when claim instanceof Claim.Value(var value) ->
                    checkValue(value, numeric);
            case Scheme.Binary _ when claim instanceof Claim.Met -> List.of();
            case Scheme.Ladders _, Scheme.Tiers _, Scheme.Numeric _, Scheme.Binary _ ->
                    List.of(new ScoringFault("", wrongForm(criterion)));
        };
    }

    /** The points of a claim that has passed {@link #check}; none for what does not apply. */
    public static BigDecimal points(Criterion criterion, Claim claim) {
        return switch (claim) {
            case Claim.Climbed climbed -> climbed(criterion, climbed).points();
            case Claim.Tiers(var choices) ->
                    choices.stream()
                            .map(choice -> worth((Scheme.Tiers) criterion.scheme(), choice))
                            .max(Comparator.naturalOrder())
                            .orElse(BigDecimal.ZERO);
            case Claim.Value(var value) -> value;
            case Claim.Met(boolean met) -> met ? criterion.max() : BigDecimal.ZERO;
            case Claim.NotApplicable _ -> BigDecimal.ZERO;
        };
    }

    /**
     * How a claim that has passed {@link #check} enters the result.
     *
     * @param confirmed whether an organiser or assessor confirmed that the criterion does not
     *     apply; until then it counts 0
     */
    public static Mark mark(Criterion criterion, Claim claim, boolean confirmed) {
        return switch (claim) {
            case Claim.NotApplicable _ ->
                    confirmed ? Mark.NOT_APPLICABLE : Mark.points(BigDecimal.ZERO);
            case Claim.Climbed climbed -> climbed(criterion, climbed);
            case Claim.Tiers _, Claim.Value _, Claim.Met _ -> Mark.points(points(criterion, claim));
        };
    }

    private static Mark.Points climbed(Criterion criterion, Claim.Climbed claim) {
        return Mark.climbed(
                (Scheme.Ladders) criterion.scheme(),
                part -> part.pointsAt(claim.rung(part.code())));
    }

    private static BigDecimal worth(Scheme.Tiers tiers, Claim.Tiers.Choice choice) {
        Scheme.Tier tier =
                tiers.tiers().stream()
                        .filter(t -> t.code().equals(choice.tier()))
                        .findFirst()
                        .orElseThrow();
        return switch (tier.award()) {
            case Award.Fixed(var points) -> points;
            case Award.ByVariant byVariant ->
                    Optional.ofNullable(choice.variant())
                            .flatMap(byVariant::variant)
                            .map(Award.Variant::points)
                            .orElse(BigDecimal.ZERO);
        };
    }

    private static List<ScoringFault> checkNotApplicable(
            Criterion criterion, Claim.NotApplicable claim) {
        if (!criterion.mayNotApply()) {
            return List.of(
                    new ScoringFault(
                            "/notApplicable",
                            Message.of("criterion %s applies to every unit", criterion.code())));
        }
        if (claim.reason().isBlank()) {
            return List.of(
                    new ScoringFault(
                            "/notApplicable",
                            Message.of("must say why the criterion does not apply")));
        }
        if (claim.reason().length() > MAX_REASON) {
            return List.of(
                    new ScoringFault(
                            "/notApplicable",
                            Message.of("has more than %d characters", MAX_REASON)));
        }
        return List.of();
    }

    private static List<ScoringFault> checkRung(String path, int rung, Scheme.Part part) {
        int top = part.rungs().size();
        return rung >= 0 && rung <= top
                ? List.of()
                : List.of(
                        new ScoringFault(
                                path,
                                Message.of(
                                        "there is no rung %d; the rungs are 0 to %d", rung, top)));
    }

    private static List<ScoringFault> checkParts(
            Map<String, Integer> rungs, Scheme.Ladders ladders) {
        var faults = new ScoringFaults(MOST_FAULTS);
        Set<String> known = new LinkedHashSet<>();
        for (Scheme.Part part : ladders.parts()) {
            String code = Objects.requireNonNull(part.code());
            known.add(code);
            Integer rung = rungs.get(code);
            String path = "/parts" + ScoringFault.step(code);
            if (rung == null) {
                faults.add(path, Message.of("part %s is missing", code));
            } else {
                checkRung(path, rung, part).forEach(faults::add);
            }
        }
        for (String code : rungs.keySet()) {
            if (!known.contains(code)) {
                faults.add(
                        "/parts" + ScoringFault.step(code),
                        Message.of(
                                "there is no part \"%s\"; the parts are %s",
                                code, Names.listed(known)));
            }
        }
        return faults.first();
    }

    private static List<ScoringFault> checkTiers(
            List<Claim.Tiers.Choice> choices, Scheme.Tiers tiers, Suggestions suggestions) {
        var faults = new ScoringFaults(MOST_FAULTS);
        for (int i = 0; i < choices.size(); i++) {
            String path = "/tiers/" + i;
            Claim.Tiers.Choice choice = choices.get(i);
            tiers.tiers().stream()
                    .filter(tier -> tier.code().equals(choice.tier()))
                    .findFirst()
                    .ifPresentOrElse(
                            tier -> checkVariant(path, choice.variant(), tier, faults),
                            () ->
                                    faults.add(
                                            path + "/tier",
                                            unknownTier(choice.tier(), tiers, suggestions)));
        }
        return faults.first();
    }

    private static Message unknownTier(String tier, Scheme.Tiers tiers, Suggestions suggestions) {
        List<String> known = tiers.tiers().stream().map(Scheme.Tier::code).toList();
        return Message.of("there is no tier \"%s\"; the tiers are %s", tier, Names.listed(known))
                .then(suggestions.of(tier, known));
    }

    private static void checkVariant(
            String path, @Nullable String variant, Scheme.Tier tier, ScoringFaults faults) {
        switch (tier.award()) {
            case Award.Fixed _ -> {
                if (variant != null) {
                    faults.add(
                            path + "/variant",
                            Message.of("tier %s has no variants; leave it out", tier.code()));
                }
            }
            case Award.ByVariant byVariant -> {
                if (variant == null || byVariant.variant(variant).isEmpty()) {
                    faults.add(path + "/variant", unknownVariant(variant, tier, byVariant));
                }
            }
        }
    }

    private static Message unknownVariant(
            @Nullable String variant, Scheme.Tier tier, Award.ByVariant award) {
        Message known = Names.listed(award.variants().stream().map(Award.Variant::code).toList());
        return variant == null
                ? Message.of("a variant is needed; tier %s has %s", tier.code(), known)
                : Message.of(
                        "there is no variant \"%s\"; tier %s has %s", variant, tier.code(), known);
    }

    private static List<ScoringFault> checkValue(BigDecimal value, Scheme.Numeric numeric) {
        if (value.compareTo(numeric.min()) < 0 || value.compareTo(numeric.max()) > 0) {
            return List.of(
                    new ScoringFault(
                            "/value",
                            Message.of(
                                    "must be from %s to %s",
                                    numeric.min().toPlainString(), numeric.max().toPlainString())));
        }
        if (value.signum() != 0 && value.stripTrailingZeros().scale() > MAX_DECIMALS) {
            return List.of(
                    new ScoringFault(
                            "/value", Message.of("has more than %d decimals", MAX_DECIMALS)));
        }
        return List.of();
    }

    private static Message wrongForm(Criterion criterion) {
        String form =
                switch (criterion.scheme().kind()) {
                    case LADDER -> "{\"rung\": 1}";
                    case COMPOSITE -> "{\"parts\": {\"part\": 1}}";
                    case TIERS -> "{\"tiers\": [{\"tier\": \"…\"}]}";
                    case NUMERIC -> "{\"value\": 93.55}";
                    case BINARY -> "{\"met\": true}";
                };
        return Message.of(
                "criterion %s is scored by %s; a claim such as %s is expected",
                criterion.code(), criterion.scheme().kind().code(), form);
    }
}
