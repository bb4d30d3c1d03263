package org.kongdee.rubric.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.kongdee.rubric.BuiltIn;
import org.kongdee.rubric.document.Criterion;
import org.kongdee.rubric.document.Scheme;
import org.kongdee.rubric.document.Scheme.Award;
import org.kongdee.rubric.scoring.Claim;
import org.kongdee.web.problem.RuleBroken;

class ClaimTextTest {

    private static final List<Criterion> CRITERIA =
            Stream.of(BuiltIn.contest(), BuiltIn.ita())
                    .flatMap(rubric -> rubric.criteria().stream())
                    .toList();

    private static Criterion criterion(String code) {
        return CRITERIA.stream().filter(c -> c.code().equals(code)).findFirst().orElseThrow();
    }

    static Stream<Arguments> written() {
        return Stream.of(
                Arguments.of("1.1.2", "2", new Claim.Rung(2)),
                Arguments.of("1.1.2", " ๒ ", new Claim.Rung(2)),
                Arguments.of("1.1.2", "2.0", new Claim.Rung(2)),
                Arguments.of("1.1.2", "99", new Claim.Rung(99)),
                Arguments.of("3.1", "a=3;b=1", new Claim.Parts(Map.of("a", 3, "b", 1))),
                Arguments.of("3.1", " a = 3,\nb: 1 ; ", new Claim.Parts(Map.of("a", 3, "b", 1))),
                Arguments.of(
                        "7.5.1",
                        "GOVERNMENT:relatedToMission",
                        tiers("GOVERNMENT", "relatedToMission")),
                Arguments.of("7.5.1", "NONE", tiers("NONE", null)),
                Arguments.of("7.5.1", "-", new Claim.Tiers(List.of())),
                Arguments.of(
                        "7.4.1",
                        "GOVERNMENT; MINISTRY",
                        new Claim.Tiers(
                                List.of(
                                        new Claim.Tiers.Choice("GOVERNMENT", null),
                                        new Claim.Tiers.Choice("MINISTRY", null)))),
                Arguments.of("3", "93.55", new Claim.Value(new BigDecimal("93.55"))),
                Arguments.of("3", "๙๓.๕๕", new Claim.Value(new BigDecimal("93.55"))),
                Arguments.of("O1", "Yes", new Claim.Met(true)),
                Arguments.of("O1", "false", new Claim.Met(false)),
                Arguments.of("O1", "ใช่", new Claim.Met(true)),
                Arguments.of("O1", "ไม่ใช่", new Claim.Met(false)),
                Arguments.of("O1", "n/a:no website", new Claim.NotApplicable("no website")),
                Arguments.of("O1", " NA:  two\nlines ", new Claim.NotApplicable(" two\nlines ")));
    }

    private static Claim tiers(String tier, @org.jspecify.annotations.Nullable String variant) {
        return new Claim.Tiers(List.of(new Claim.Tiers.Choice(tier, variant)));
    }

    @ParameterizedTest
    @MethodSource
    void written(String criterion, String cell, Claim claim) {
        assertThat(ClaimText.read(criterion(criterion), cell)).isEqualTo(claim);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.1.2|a=3",
                "1.1.2|2.5",
                "1.1.2|yes",
                "1.1.2|1,2",
                "3.1|2",
                "3.1|a=3;a=1;b=1",
                "3.1|a=3;;b=1",
                "3.1|a=",
                "7.5.1|GOVERNMENT:a:b",
                "7.5.1|two words",
                "3|93,55",
                "3|93.55%",
                "3|1e2",
                "3|0.1234567",
                "O1|1",
                "O1|maybe"
            })
    void whatIsNoClaimForTheCriterionIsRefusedWithWhatIs(String criterion, String cell) {
        assertThatThrownBy(() -> ClaimText.read(criterion(criterion), cell))
                .isInstanceOfSatisfying(
                        RuleBroken.class,
                        fault -> {
                            assertThat(fault.slug()).isEqualTo("invalid-claim");
                            assertThat(fault.errors().getFirst().pointer()).isEqualTo("/claim");
                            assertThat(fault)
                                    .hasMessageContaining("Column claim: '" + cell + "'")
                                    .hasMessageContaining(ClaimText.form(criterion(criterion)));
                        });
    }

    @Test
    void whatDoesNotApplyNeedsAReason() {
        for (String cell : new String[] {"NA", "na:", "N/A:  "}) {
            assertThatThrownBy(() -> ClaimText.read(criterion("O1"), cell))
                    .isInstanceOf(RuleBroken.class)
                    .hasMessageContaining("as NA: why");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1.1.2|0–3", "3.1|a=0–3;b=0–3", "3|0–100", "O1|yes ~ no"})
    void saysWhatMayBeWritten(String criterion, String form) {
        assertThat(ClaimText.form(criterion(criterion))).startsWith(form.replace('~', '|'));
    }

    static LongStream seeds() {
        return new Random(2565).longs(500);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsWrittenIsReadAsTheSameClaim(long seed) {
        var random = new Random(seed);
        Criterion criterion = CRITERIA.get(random.nextInt(CRITERIA.size()));
        Claim claim = claim(criterion, random);

        assertThat(ClaimText.read(criterion, ClaimText.of(claim))).isEqualTo(claim);
    }

    private static Claim claim(Criterion criterion, Random random) {
        if (random.nextInt(5) == 0) {
            return new Claim.NotApplicable(reason(random));
        }
        return switch (criterion.scheme()) {
            case Scheme.Ladders ladders when ladders.isNameless() ->
                    new Claim.Rung(random.nextInt(100));
            case Scheme.Ladders(List<Scheme.Part> parts) -> {
                Map<String, Integer> rungs = new LinkedHashMap<>();
                parts.forEach(part -> rungs.put(String.valueOf(part.code()), random.nextInt(9)));
                yield new Claim.Parts(rungs);
            }
            case Scheme.Tiers(List<Scheme.Tier> tiers) ->
                    new Claim.Tiers(
                            tiers.stream()
                                    .filter(tier -> random.nextBoolean())
                                    .map(tier -> choice(tier, random))
                                    .toList());
            case Scheme.Numeric _ ->
                    new Claim.Value(
                            BigDecimal.valueOf(random.nextInt(1_000_000), random.nextInt(7)));
            case Scheme.Binary _ -> new Claim.Met(random.nextBoolean());
        };
    }

    private static Claim.Tiers.Choice choice(Scheme.Tier tier, Random random) {
        return new Claim.Tiers.Choice(
                tier.code(),
                switch (tier.award()) {
                    case Award.Fixed _ -> null;
                    case Award.ByVariant(List<Award.Variant> variants) ->
                            variants.get(random.nextInt(variants.size())).code();
                });
    }

    private static String reason(Random random) {
        List<String> words = List.of("no ", " NA: ", "ไม่มี", "\n", "a=3;b=1", "2", "=x", " ");
        var reason = new StringBuilder("x");
        for (int i = random.nextInt(6); i > 0; i--) {
            reason.insert(random.nextInt(reason.length() + 1), words.get(random.nextInt(8)));
        }
        return reason.toString();
    }
}
