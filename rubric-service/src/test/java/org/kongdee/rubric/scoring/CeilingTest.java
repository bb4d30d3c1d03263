package org.kongdee.rubric.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kongdee.rubric.BuiltIn;
import org.kongdee.rubric.document.Criterion;
import org.kongdee.rubric.document.Scheme;
import org.kongdee.rubric.facts.EvidenceItem;
import org.kongdee.rubric.facts.Period;
import org.kongdee.rubric.facts.Scope;
import org.kongdee.rubric.facts.Tally;

class CeilingTest {

    private static final Period PERIOD =
            new Period(LocalDate.of(2021, 8, 1), LocalDate.of(2022, 7, 30));
    private static final Scope SCOPE = new Scope(PERIOD, Set.of("LEGAL", "PLAN"));
    private static final List<Criterion> CRITERIA = BuiltIn.contest().criteria();

    @Test
    void aLadderIsBackedUpToTheRungWhoseRuleIsMet() {
        assertThat(points("1.1.2")).isEqualByComparingTo("0");
        assertThat(points("1.1.2", item("1.1.2", "communication", "line")))
                .isEqualByComparingTo("1");
        assertThat(
                        points(
                                "1.1.2",
                                item("1.1.2", "communication", "line"),
                                item("1.1.2", "communication", "website")))
                .isEqualByComparingTo("1.5");
    }

    @Test
    void withoutEvidenceNothingIsBackedWhateverTheScheme() {
        for (Criterion criterion : CRITERIA) {
            if (!criterion.kinds().isEmpty()) {
                assertThat(points(criterion.code())).as(criterion.code()).isEqualByComparingTo("0");
            }
        }
    }

    @Test
    void aTierWithoutARuleIsBackedByAnyEvidence() {
        Criterion tiers =
                CRITERIA.stream()
                        .filter(
                                c ->
                                        c.scheme() instanceof Scheme.Tiers t
                                                && t.tiers().stream()
                                                        .anyMatch(x -> x.when() == null))
                        .findFirst()
                        .orElseThrow();
        assertThat(points(tiers.code(), item(tiers.code(), tiers.kinds().getFirst(), null)))
                .isGreaterThan(BigDecimal.ZERO);
    }

    @Test
    void aPartAboveItsCeilingIsNotHiddenByAnother() {
        var title = CRITERIA.getFirst().title().filled();
        var claimed =
                new Mark.Points(
                        BigDecimal.TWO,
                        List.of(
                                new PartPoints("a", title, BigDecimal.TWO, BigDecimal.TWO),
                                new PartPoints("b", title, BigDecimal.ZERO, BigDecimal.TWO)));
        var ceiling =
                new Mark.Points(
                        BigDecimal.valueOf(3),
                        List.of(
                                new PartPoints("a", title, BigDecimal.ONE, BigDecimal.TWO),
                                new PartPoints("b", title, BigDecimal.TWO, BigDecimal.TWO)));
        assertThat(Ceiling.isBelow(claimed, ceiling)).isTrue();
        assertThat(Ceiling.isBelow(ceiling, ceiling)).isFalse();
        assertThat(Ceiling.isBelow(Mark.NOT_APPLICABLE, ceiling)).isFalse();
        assertThat(Ceiling.isBelow(Mark.UNSCORED, ceiling)).isFalse();
    }

    private static BigDecimal points(String code, EvidenceItem... items) {
        Criterion criterion =
                CRITERIA.stream().filter(c -> c.code().equals(code)).findFirst().orElseThrow();
        Tally tally = Tally.of(Arrays.asList(items), PERIOD, null);
        return Ceiling.of(criterion, tally.of(code), SCOPE).points();
    }

    private static EvidenceItem item(String criterion, String kind, @Nullable String channel) {
        return new EvidenceItem(
                criterion, kind, channel, null, LocalDate.of(2022, 1, 10), null, Set.of(), null);
    }
}
