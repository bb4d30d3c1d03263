package org.kongdee.rubric.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.kongdee.rubric.BuiltIn;
import org.kongdee.rubric.document.Criterion;
import org.kongdee.rubric.document.Reading;
import org.kongdee.rubric.document.Rubric;
import org.kongdee.rubric.document.RubricDocument;

class ScorerTest {

    /** ITA as its results are published: all ten indicators are plain numbers. */
    private static final String INDICATORS =
            """
            rubric: ita-indicators
            version: "2564"
            title: {en: "Indicators", th: "ตัวชี้วัด"}
            aggregate: weighted
            nodes:
              - {code: IIT, title: {en: "Internal", th: "ภายใน"}, weight: 30, aggregate: mean, nodes: [%s]}
              - {code: EIT, title: {en: "External", th: "ภายนอก"}, weight: 30, aggregate: mean, nodes: [%s]}
              - {code: OIT, title: {en: "Open data", th: "ข้อมูลสาธารณะ"}, weight: 40, aggregate: mean, nodes: [%s]}
            bands:
              - {code: AA, from: 95}
              - {code: A, from: 85}
              - {code: B, from: 75}
              - {code: C, from: 65}
            pass: 85
            """
                    .formatted(numeric(1, 5), numeric(6, 8), numeric(9, 10));

    private static String numeric(int first, int last) {
        StringBuilder nodes = new StringBuilder();
        for (int i = first; i <= last; i++) {
            nodes.append(
                    "{code: \"%d\", title: {en: I%d, th: I%d}, notApplicable: allowed, scheme: numeric, min: 0, max: 100}, "
                            .formatted(i, i, i));
        }
        return nodes.toString();
    }

    @Test
    void scoresThePublishedIndicators() {
        Result result =
                score(
                        INDICATORS,
                        "93.55",
                        "87.72",
                        "91.01",
                        "87.93",
                        "89.52",
                        "90.55",
                        "88.68",
                        "88.58",
                        "72.89",
                        "65.56");

        assertThat(result.root().points()).isEqualTo("81.45");
        assertThat(result.root().percent()).isEqualTo("81.45");
        assertThat(result.rating()).isEqualTo("B");
        assertThat(result.passed()).isFalse();
        assertThat(result.complete()).isTrue();
        // 30 % of 449.73/5, 30 % of 267.81/3 and 40 % of 138.45/2, nothing of it rounded
        assertThat(result.root().exact()).isEqualTo("81.4548");
    }

    @Test
    void contributesToTheWeightedWhole() {
        Result result = score(INDICATORS, "0", "0", "0", "0", "0", "0", "0", "0", "93.50", "100");
        NodeScore oit = result.root().nodes().get(2);

        assertThat(oit.points()).isEqualTo("96.75");
        assertThat(contribution(oit).points()).isEqualTo("38.7");
        assertThat(contribution(oit).max()).isEqualTo("40");
        assertThat(oit.nodes().getFirst().contribution()).isNull();
        assertThat(result.root().points()).isEqualTo("38.7");
    }

    @Test
    void ratesByTheDisplayedPercent() {
        // 84.995 is shown as 85, which is an A and passes
        Result shown = scoreAll(INDICATORS, "84.995");
        Result below = scoreAll(INDICATORS, "84.994999");

        assertThat(shown.root().percent()).isEqualTo("85");
        assertThat(shown.rating()).isEqualTo("A");
        assertThat(shown.passed()).isTrue();
        assertThat(below.root().percent()).isEqualTo("84.99");
        assertThat(below.rating()).isEqualTo("B");
        assertThat(below.passed()).isFalse();
        assertThat(scoreAll(INDICATORS, "10").rating()).isNull();
    }

    @Test
    void leavesMeansWithTheirDivisorAndRenormalisesWeights() {
        Map<String, Mark> marks = new HashMap<>();
        // two of the eight survey indicators, all of OIT
        List.of("1", "2", "3", "6", "7", "8", "9", "10")
                .forEach(code -> marks.put(code, Mark.NOT_APPLICABLE));
        marks.put("4", Mark.points(new BigDecimal("80")));
        marks.put("5", Mark.points(new BigDecimal("90")));

        Result result = score(INDICATORS, marks);

        assertThat(result.root().points()).isEqualTo("85");
        assertThat(contribution(result.root().nodes().getFirst()).max()).isEqualTo("100");
        assertThat(result.root().nodes().get(1).applicable()).isFalse();
        assertThat(result.root().nodes().get(1).percent()).isNull();
        assertThat(result.complete()).isTrue();
    }

    @Test
    void leavesSumsWithTheirMaximum() {
        Map<String, Mark> marks = new HashMap<>();
        List.of("7.1.1", "7.1.2", "7.1.3").forEach(code -> marks.put(code, Mark.NOT_APPLICABLE));
        marks.put("2.1", Mark.points(BigDecimal.TWO));

        Result result = score(BuiltIn.contest(), marks);

        assertThat(result.root().max()).isEqualTo("114");
        assertThat(result.root().percent()).isEqualTo("1.75");
        assertThat(result.root().nodes().get(6).nodes().getFirst().applicable()).isFalse();
        assertThat(result.scored()).isEqualTo(4);
    }

    @Test
    void isNotApplicableIfNothingIs() {
        Map<String, Mark> marks = new HashMap<>();
        for (int i = 1; i <= 10; i++) {
            marks.put(Integer.toString(i), Mark.NOT_APPLICABLE);
        }

        Result result = score(INDICATORS, marks);

        assertThat(result.root().applicable()).isFalse();
        assertThat(result.root().percent()).isNull();
        assertThat(result.rating()).isNull();
        assertThat(result.passed()).isNull();
    }

    @Test
    void countsAnUnconfirmedExemptionAsNothing() {
        Criterion unitCost =
                rubric(BuiltIn.contestThatExempts()).criteria().stream()
                        .filter(criterion -> criterion.code().equals("7.1.1"))
                        .findFirst()
                        .orElseThrow();
        Claim claim = new Claim.NotApplicable("no unit-cost reporting in this unit");

        assertThat(Claims.mark(unitCost, claim, false)).isEqualTo(Mark.points(BigDecimal.ZERO));
        assertThat(Claims.mark(unitCost, claim, true)).isEqualTo(Mark.NOT_APPLICABLE);
    }

    @Test
    void weighsAChildOfAMeanByTheShareOfWhatApplies() {
        String document =
                """
                {rubric: r, version: v, title: {en: e, th: ท}, aggregate: mean, nodes: [
                  {code: A, title: {en: e, th: ท}, aggregate: sum, nodes: [
                    {code: A1, title: {en: e, th: ท}, scheme: binary, points: 4},
                    {code: A2, title: {en: e, th: ท}, scheme: binary, points: 6, notApplicable: allowed}]},
                  {code: B, title: {en: e, th: ท}, scheme: numeric, min: 0, max: 10}]}
                """;
        Map<String, Mark> marks =
                Map.of(
                        "A1", Mark.points(new BigDecimal("4")),
                        "A2", Mark.NOT_APPLICABLE,
                        "B", Mark.points(new BigDecimal("5")));

        Result result = score(rubric(document), marks);

        // all of what applies in A, and half of B
        assertThat(result.root().points()).isEqualTo("7.5");
        assertThat(result.root().max()).isEqualTo("10");
    }

    @ParameterizedTest
    @CsvSource({
        "18, 1, 18, 18",
        "450, 7, 64.29, 450/7",
        "1, 8, 0.13, 0.125",
        "1, 200, 0.01, 0.005",
        "1, 201, 0, 1/201",
        "0, 5, 0, 0",
        "1200, 10, 120, 120",
        "1, 3, 0.33, 1/3",
    })
    void showsTwoDecimalsHalfUpAndTheExactFraction(
            long numerator, long denominator, String shown, String exact) {
        BigFraction fraction = BigFraction.of(numerator, denominator);

        assertThat(Exact.rounded(fraction)).isEqualTo(shown);
        assertThat(Exact.text(fraction)).isEqualTo(exact);
    }

    /**
     * For any marks: the parts make the whole, nothing exceeds its maximum, and the order of
     * scoring plays no part.
     */
    @ParameterizedTest
    @MethodSource("seeds")
    void theWholeIsTheSumOfItsParts(long seed) {
        Random random = new Random(seed);
        Scorer scorer = new Scorer(rubric(BuiltIn.contestThatExempts()));
        List<Mark> marks =
                scorer.criteria().stream().map(criterion -> anyMark(criterion, random)).toList();

        Result result = scorer.score(marks::get);

        assertSums(result.root());
        assertThat(result.scored())
                .isEqualTo((int) marks.stream().filter(m -> !m.equals(Mark.UNSCORED)).count());
    }

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    private static Mark anyMark(Criterion criterion, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Mark.UNSCORED;
            case 1 -> criterion.mayNotApply() ? Mark.NOT_APPLICABLE : Mark.UNSCORED;
            default ->
                    Mark.points(
                            criterion.max().multiply(BigDecimal.valueOf(random.nextInt(101), 2)));
        };
    }

    private static void assertSums(NodeScore node) {
        assertThat(node.exactPoints()).isLessThanOrEqualTo(node.exactMax());
        if (!node.nodes().isEmpty()) {
            BigFraction sum =
                    node.nodes().stream()
                            .map(NodeScore::exactPoints)
                            .reduce(BigFraction.ZERO, BigFraction::add);
            assertThat(node.exactPoints()).isEqualTo(sum);
            node.nodes().forEach(ScorerTest::assertSums);
        }
    }

    private static NodeScore.Contribution contribution(NodeScore node) {
        return Objects.requireNonNull(node.contribution());
    }

    private static Result score(String document, String... values) {
        Map<String, Mark> marks = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            marks.put(Integer.toString(i + 1), Mark.points(new BigDecimal(values[i])));
        }
        return score(rubric(document), marks);
    }

    private static Result scoreAll(String document, String value) {
        return new Scorer(rubric(document)).score(_ -> Mark.points(new BigDecimal(value)));
    }

    private static Result score(String document, Map<String, Mark> marks) {
        return score(rubric(document), marks);
    }

    private static Result score(Rubric rubric, Map<String, Mark> marks) {
        Scorer scorer = new Scorer(rubric);
        return scorer.score(
                index -> marks.getOrDefault(scorer.criteria().get(index).code(), Mark.UNSCORED));
    }

    private static Rubric rubric(String document) {
        Reading<Rubric> reading = RubricDocument.parse(document);
        assertThat(reading).isInstanceOf(Reading.Accepted.class);
        return ((Reading.Accepted<Rubric>) reading).content();
    }
}
