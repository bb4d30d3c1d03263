package org.kongdee.rubric.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kongdee.rubric.BuiltIn;
import org.kongdee.rubric.document.Criterion;
import org.kongdee.rubric.document.DocumentText;
import org.kongdee.rubric.document.Rubric;
import org.kongdee.rubric.document.Scheme;
import org.kongdee.rubric.rule.Suggestions;

class ClaimsTest {

    static Stream<Arguments> worth() {
        return Stream.of(
                Arguments.of("1.1.2", new Claim.Rung(0), "0"),
                Arguments.of("1.1.2", new Claim.Rung(2), "1.5"),
                Arguments.of("1.1.2", new Claim.Rung(3), "2"),
                Arguments.of("7.8.1", new Claim.Rung(3), "4"),
                Arguments.of("3.1", new Claim.Parts(Map.of("a", 3, "b", 1)), "1.5"),
                Arguments.of("3.1", new Claim.Parts(Map.of("a", 0, "b", 2)), "0.75"),
                Arguments.of("7.5.1", tier("GOVERNMENT", "relatedToMission"), "4"),
                Arguments.of("7.5.1", tier("GOVERNMENT", "unrelatedToMission"), "2"),
                Arguments.of("7.5.1", tier("NONE", null), "0"),
                Arguments.of(
                        "7.4.1",
                        new Claim.Tiers(
                                List.of(
                                        new Claim.Tiers.Choice("GOVERNMENT", null),
                                        new Claim.Tiers.Choice("REPORTED", null),
                                        new Claim.Tiers.Choice("MINISTRY", null))),
                        "8"),
                Arguments.of("7.4.1", new Claim.Tiers(List.of()), "0"),
                Arguments.of("7.5.1", tier("NATIONAL-INTERNATIONAL", null), "10"),
                Arguments.of("exempt", new Claim.NotApplicable("no such report here"), "0"),
                Arguments.of("3", new Claim.Value(new BigDecimal("93.55")), "93.55"),
                Arguments.of("O1", new Claim.Met(true), "100"),
                Arguments.of("O1", new Claim.Met(false), "0"));
    }

    @ParameterizedTest
    @MethodSource("worth")
    void isWorthItsPoints(String code, Claim claim, String points) {
        assertThat(Claims.check(criterion(code), claim, new Suggestions())).isEmpty();
        assertThat(Claims.points(criterion(code), claim)).isEqualByComparingTo(points);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(
                        "1.1.2",
                        new Claim.Rung(4),
                        "/rung",
                        "there is no rung 4; the rungs are 0 to 3"),
                Arguments.of(
                        "1.1.2",
                        new Claim.Rung(-1),
                        "/rung",
                        "there is no rung -1; the rungs are 0 to 3"),
                Arguments.of(
                        "1.1.2",
                        new Claim.Met(true),
                        "",
                        "criterion 1.1.2 is scored by ladder; a claim such as {\"rung\": 1} is expected"),
                Arguments.of(
                        "3.1",
                        new Claim.Rung(1),
                        "",
                        "criterion 3.1 is scored by composite; a claim such as {\"parts\": {\"part\": 1}} is"
                                + " expected"),
                Arguments.of(
                        "7.4.1",
                        new Claim.Value(BigDecimal.ONE),
                        "",
                        "criterion 7.4.1 is scored by tiers; a claim such as {\"tiers\": [{\"tier\":"
                                + " \"…\"}]} is expected"),
                Arguments.of(
                        "3",
                        new Claim.Rung(1),
                        "",
                        "criterion 3 is scored by numeric; a claim such as {\"value\": 93.55} is expected"),
                Arguments.of(
                        "O1",
                        new Claim.Rung(1),
                        "",
                        "criterion O1 is scored by binary; a claim such as {\"met\": true} is expected"),
                Arguments.of(
                        "3.1", new Claim.Parts(Map.of("a", 1)), "/parts/b", "part b is missing"),
                Arguments.of(
                        "3.1",
                        new Claim.Parts(Map.of("a", 1, "b", 9)),
                        "/parts/b",
                        "there is no rung 9; the rungs are 0 to 3"),
                Arguments.of(
                        "3.1",
                        new Claim.Parts(Map.of("a", 1, "b", 1, "c/d", 1)),
                        "/parts/c~1d",
                        "there is no part \"c/d\"; the parts are a, b"),
                Arguments.of(
                        "7.4.1",
                        tier("GOVERMENT", null),
                        "/tiers/0/tier",
                        "there is no tier \"GOVERMENT\"; the tiers are NONE, MINISTRY, GOVERNMENT,"
                                + " EDUCATION-PRIVATE-PROVINCIAL, REPORTED, NATIONAL-INTERNATIONAL; did you mean"
                                + " \"GOVERNMENT\"?"),
                Arguments.of(
                        "7.4.1",
                        tier("GOVERNMENT", "relatedToMission"),
                        "/tiers/0/variant",
                        "tier GOVERNMENT has no variants; leave it out"),
                Arguments.of(
                        "7.5.1",
                        tier("GOVERNMENT", null),
                        "/tiers/0/variant",
                        "a variant is needed; tier GOVERNMENT has unrelatedToMission, relatedToMission"),
                Arguments.of(
                        "7.5.1",
                        tier("GOVERNMENT", "other"),
                        "/tiers/0/variant",
                        "there is no variant \"other\"; tier GOVERNMENT has unrelatedToMission,"
                                + " relatedToMission"),
                Arguments.of(
                        "3",
                        new Claim.Value(new BigDecimal("100.01")),
                        "/value",
                        "must be from 0 to 100"),
                Arguments.of(
                        "3",
                        new Claim.Value(new BigDecimal("-1")),
                        "/value",
                        "must be from 0 to 100"),
                Arguments.of(
                        "3",
                        new Claim.Value(new BigDecimal("1.0000001")),
                        "/value",
                        "has more than 6 decimals"),
                Arguments.of(
                        "1.1.2",
                        new Claim.NotApplicable("why not"),
                        "/notApplicable",
                        "criterion 1.1.2 applies to every unit"),
                Arguments.of(
                        "exempt",
                        new Claim.NotApplicable(" "),
                        "/notApplicable",
                        "must say why the criterion does not apply"),
                Arguments.of(
                        "exempt",
                        new Claim.NotApplicable("x".repeat(2_001)),
                        "/notApplicable",
                        "has more than 2000 characters"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void namesTheFaultAndItsPlace(String code, Claim claim, String path, String message) {
        assertThat(Claims.check(criterion(code), claim, new Suggestions()))
                .extracting(ScoringFault::path, fault -> fault.message().toString())
                .containsExactly(tuple(path, message));
    }

    @Test
    void saysOfManyTiersTheFirstThatAreWrong() {
        var choices = Collections.nCopies(50, new Claim.Tiers.Choice("NOWHERE", null));
        var tiers =
                new Scheme.Tiers(
                        IntStream.range(0, 50)
                                .mapToObj(
                                        i ->
                                                new Scheme.Tier(
                                                        "TIER-" + i,
                                                        new DocumentText("e", "ท"),
                                                        new Scheme.Award.Fixed(BigDecimal.ONE),
                                                        null))
                                .toList());
        var criterion =
                new Criterion(
                        "1",
                        new DocumentText("e", "ท"),
                        null,
                        null,
                        List.of(),
                        null,
                        null,
                        List.of(),
                        null,
                        List.of(),
                        false,
                        null,
                        false,
                        tiers,
                        List.of());

        assertThat(Claims.check(criterion, new Claim.Tiers(choices), new Suggestions()))
                .hasSize(10)
                .extracting(ScoringFault::path, fault -> fault.message().toString())
                .first()
                .isEqualTo(
                        tuple(
                                "/tiers/0/tier",
                                "there is no tier \"NOWHERE\"; the tiers are TIER-0, TIER-1, TIER-2, TIER-3,"
                                        + " TIER-4, TIER-5, TIER-6, TIER-7, TIER-8, TIER-9 and 40 more"));
    }

    private static Claim tier(String tier, @Nullable String variant) {
        return new Claim.Tiers(List.of(new Claim.Tiers.Choice(tier, variant)));
    }

    /**
     * Codes with a dot are of the contest, and so are its dimensions' leaves; the others are of
     * ITA, but for one that need not apply, which neither has.
     */
    private static Criterion criterion(String code) {
        if (code.equals("exempt")) {
            return new Criterion(
                    code,
                    new DocumentText("Exempt", null),
                    null,
                    null,
                    List.of(),
                    null,
                    null,
                    List.of(),
                    null,
                    List.of(),
                    true,
                    null,
                    false,
                    new Scheme.Numeric(BigDecimal.ZERO, BigDecimal.TEN),
                    List.of());
        }
        Rubric rubric = code.contains(".") ? BuiltIn.contest() : BuiltIn.ita();
        return rubric.criteria().stream()
                .filter(criterion -> criterion.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
