package org.kongdee.rubric.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kongdee.rubric.MaturityModel;
import org.kongdee.rubric.document.Criterion;
import org.kongdee.rubric.document.Reading;
import org.kongdee.rubric.document.Rubric;
import org.kongdee.rubric.document.RubricDocument;

/** Groups of units, deductions and gates. */
class MaturityTest {

    private static final Rubric MODEL = rubric(MaturityModel.document("maturity"));
    private static final Scorer SMALL = new Scorer(MODEL, "SMALL");
    private static final Scorer LARGE = new Scorer(MODEL, "LARGE");

    @Test
    void aGroupHasItsOwnCriteria() {
        assertThat(MODEL.criteria()).hasSize(105);
        assertThat(SMALL.criteria()).hasSize(55);
        assertThat(LARGE.criteria()).hasSize(105);
        assertThat(SMALL.indexOf("1.1.2")).hasValue(1);
        assertThat(SMALL.indexOf("1.1.9")).hasValue(2);
        assertThat(SMALL.indexOf("1.1.3")).isEmpty();
        assertThat(SMALL.isForOthers("1.1.3")).isTrue();
        assertThat(SMALL.isForOthers("9")).isFalse();
    }

    @Test
    void whatAGroupDoesNotHaveLeavesLikeWhatDoesNotApply() {
        Result small = score(SMALL, Map.of());
        Result large = score(LARGE, Map.of());

        assertThat(practice(small).max()).isEqualTo("5");
        assertThat(practice(large).max()).isEqualTo("10");
        assertThat(small.root().max()).isEqualTo("10");
        assertThat(small.criteria()).isEqualTo(55);
        assertThat(practice(small).nodes())
                .extracting(node -> node.node().code(), NodeScore::asked, NodeScore::applicable)
                .containsExactly(
                        tuple("1.1.1", true, true),
                        tuple("1.1.2", true, true),
                        tuple("1.1.3", false, false),
                        tuple("1.1.4", false, false),
                        tuple("1.1.9", true, true));
    }

    @ParameterizedTest
    @CsvSource({
        // All that can be won, less 1 of 5 points of the first of five practices, at 30 of 100
        "SMALL, 1, 4, 98.8",
        "SMALL, 5, 0, 94",
        // Never below 0
        "SMALL, 8, 0, 94",
        "LARGE, 1, 9, 99.4",
        "LARGE, 8, 2, 95.2",
    })
    void aDeductionIsTakenFromItsSum(String group, String taken, String left, String percent) {
        Scorer scorer = group.equals("SMALL") ? SMALL : LARGE;

        Result result = score(scorer, full(scorer, Map.of("1.1.9", taken)));

        assertThat(practice(result).points()).isEqualTo(left);
        assertThat(result.root().percent()).isEqualTo(percent);
        assertThat(practice(result).nodes().getLast().deducts()).isTrue();
        assertThat(practice(result).nodes().getLast().points()).isEqualTo(taken);
        assertThat(practice(result).nodes().getLast().max()).isEqualTo("8");
    }

    @Test
    void aNodeWhoseGateIsNotMetCounts0() {
        Result result = score(SMALL, full(SMALL, Map.of("5.1.1", "0")));

        NodeScore domain = result.root().nodes().getLast();
        assertThat(domain.points()).isEqualTo("0");
        assertThat(domain.max()).isEqualTo("10");
        assertThat(domain.unmet())
                .singleElement()
                .satisfies(
                        unmet -> {
                            assertThat(unmet.because().en())
                                    .isEqualTo("๑ (Policy is in place) needs 1 points and has 0");
                            assertThat(unmet.because().th())
                                    .isEqualTo(
                                            "๑ (Policy is in place) ต้องได้อย่างน้อย 1 คะแนน แต่ได้ 0 คะแนน");
                        });
        // What stands in it keeps its own points.
        assertThat(domain.nodes().get(1).points()).isEqualTo("5");
        assertThat(result.root().percent()).isEqualTo("90");
    }

    @Test
    void aRatingWhoseGateIsNotMetIsNotGiven() {
        Result result = score(SMALL, full(SMALL, Map.of("1.1.1", "2")));

        assertThat(result.root().percent()).isEqualTo("98.8");
        assertThat(result.rating()).isEqualTo("MANAGED");
        assertThat(result.withheld())
                .extracting(
                        withheld -> withheld.band().code(),
                        withheld -> withheld.unmet().getFirst().has())
                .containsExactly(tuple("OPTIMISED", new BigDecimal("2")));
        assertThat(score(SMALL, full(SMALL, Map.of())).rating()).isEqualTo("OPTIMISED");
        assertThat(score(SMALL, full(SMALL, Map.of())).withheld()).isEmpty();
        // A rating that the percent does not reach is not withheld.
        assertThat(score(SMALL, Map.of()).withheld()).isEmpty();
        assertThat(score(SMALL, Map.of()).rating()).isEqualTo("INITIAL");
    }

    @Test
    void aGateDoesNotAskForWhatAGroupDoesNotHaveOrDoesNotApply() {
        // 1.1.3 is for large units alone.
        assertThat(score(SMALL, full(SMALL, Map.of())).rating()).isEqualTo("OPTIMISED");
        assertThat(score(LARGE, full(LARGE, Map.of("1.1.3", "0"))).rating()).isEqualTo("MANAGED");
        Map<String, Mark> marks = full(LARGE, Map.of());
        marks.put("1.1.3", Mark.NOT_APPLICABLE);
        assertThat(score(LARGE, marks).rating()).isEqualTo("OPTIMISED");
    }

    /** A sum of which nothing is left but what deducts has nothing to take it from. */
    @Test
    void aSumThatOnlyDeductsDoesNotApply() {
        Map<String, Mark> marks = full(SMALL, Map.of());
        marks.put("1.1.1", Mark.NOT_APPLICABLE);
        marks.put("1.1.2", Mark.NOT_APPLICABLE);
        marks.put("1.1.9", Mark.points(BigDecimal.ONE));

        Result result = score(SMALL, marks);

        assertThat(practice(result).applicable()).isFalse();
        assertThat(result.root().percent()).isEqualTo("100");
    }

    private static NodeScore practice(Result result) {
        return result.root().nodes().getFirst().nodes().getFirst();
    }

    /** All points there are, nothing deducted, but for these. */
    private static Map<String, Mark> full(Scorer scorer, Map<String, String> but) {
        Map<String, Mark> marks = new HashMap<>();
        for (Criterion criterion : scorer.criteria()) {
            marks.put(
                    criterion.code(),
                    Mark.points(criterion.deducts() ? BigDecimal.ZERO : criterion.max()));
        }
        but.forEach((code, points) -> marks.put(code, Mark.points(new BigDecimal(points))));
        return marks;
    }

    private static Result score(Scorer scorer, Map<String, Mark> marks) {
        return scorer.score(
                index -> marks.getOrDefault(scorer.criteria().get(index).code(), Mark.UNSCORED));
    }

    private static Rubric rubric(String document) {
        Reading<Rubric> reading = RubricDocument.parse(document);
        assertThat(reading).isInstanceOf(Reading.Accepted.class);
        return ((Reading.Accepted<Rubric>) reading).content();
    }
}
