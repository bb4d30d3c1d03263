package org.kongdee.rubric;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kongdee.rubric.document.Criterion;
import org.kongdee.rubric.document.DocumentText;
import org.kongdee.rubric.document.Node;
import org.kongdee.rubric.document.Plan;
import org.kongdee.rubric.document.PlanBasis;
import org.kongdee.rubric.document.PlanDocument;
import org.kongdee.rubric.document.PlanEntry;
import org.kongdee.rubric.document.Reading;
import org.kongdee.rubric.document.Rubric;
import org.kongdee.rubric.document.RubricDocument;
import org.kongdee.rubric.document.Scheme;
import org.kongdee.rubric.facts.Period;
import org.kongdee.rubric.scoring.Obligations;

class BuiltInRubricsTest {

    @Test
    void theContestHasSevenDimensionsAndAHundredAndTwentyPoints() {
        Rubric contest = BuiltIn.contest();

        assertThat(contest.criteria()).hasSize(51);
        assertThat(contest.max()).isEqualByComparingTo("120");
        assertThat(contest.nodes())
                .extracting(Node::code, node -> node.max().stripTrailingZeros().toPlainString())
                .containsExactly(
                        tuple("1", "26"),
                        tuple("2", "8"),
                        tuple("3", "8"),
                        tuple("4", "12"),
                        tuple("5", "10"),
                        tuple("6", "14"),
                        tuple("7", "42"));
        assertThat(contest.criteria())
                .noneMatch(Criterion::mayNotApply)
                .flatExtracting(Criterion::deadlines)
                .hasSize(4);
    }

    @Test
    void theContestTellsOfEachCriterionWhatToDoAndWhatCanBeShown() {
        assertThat(BuiltIn.contest().criteria())
                .allSatisfy(
                        criterion -> {
                            assertThat(criterion.kinds()).as(criterion.code()).isNotEmpty();
                            assertThat(criterion.examples()).as(criterion.code()).isNotEmpty();
                            assertThat(criterion.examples())
                                    .allSatisfy(example -> inBothLanguages(criterion, example));
                            inBothLanguages(criterion, criterion.title());
                            inBothLanguages(criterion, criterion.approach());
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"division-contest-2565", "ita-2564"})
    void callEverythingByATitleInBothLanguages(String name) {
        Rubric rubric = read(name);

        for (List<Rubric.Named> named :
                List.of(rubric.kinds(), rubric.channels(), rubric.fields())) {
            assertThat(named)
                    .isNotEmpty()
                    .allSatisfy(
                            each -> {
                                assertThat(each.title().en()).as(each.code()).isNotBlank();
                                assertThat(each.title().th()).as(each.code()).isNotBlank();
                            });
        }
        Set<String> taken =
                rubric.criteria().stream()
                        .flatMap(criterion -> criterion.kinds().stream())
                        .collect(toSet());
        assertThat(rubric.kinds()).extracting(Rubric.Named::code).hasSameElementsAs(taken);
    }

    /** Who does what by when stands in plans. */
    @ParameterizedTest
    @ValueSource(strings = {"division-contest-2565", "ita-2564"})
    void nameNobody(String name) {
        assertThat(new String(BuiltIn.document(name), StandardCharsets.UTF_8))
                .doesNotContain("owners:", "milestones:", "sections:", "persons:");
    }

    @Test
    void thePlanOfTheSecretariatIsReadAndOddOnlyInTheWayItsSourceIs() {
        Reading<Plan> reading = PlanDocument.parse(BuiltIn.planDocument(), BuiltIn.secretariat());

        assertThat(((Reading.Accepted<Plan>) reading).warnings())
                .extracting(warning -> warning.message().en())
                .containsExactly(
                        "1.3.3 is due on 2022-02-28, before 1.3.1 on 2022-03-15, which it follows");
        Plan plan = BuiltIn.plan();
        assertThat(plan.milestones()).isEqualTo(49);
        assertThat(plan.criteria()).hasSize(50).doesNotContainKey("4.1.2");
        assertThat(plan.of("4.1.1").persons()).containsExactly("slk-hr-expert");
        assertThat(plan.criteria().values())
                .flatExtracting(PlanEntry::milestones)
                .allSatisfy(
                        milestone -> {
                            assertThat(milestone.title()).isNotNull();
                            assertThat(milestone.when()).isNotNull();
                        });
    }

    @Test
    void theDeadlinesOfTheContestFallIntoEveryFiscalYear() {
        for (int year = 2021; year < 2030; year++) {
            Period period = new Period(LocalDate.of(year, 8, 1), LocalDate.of(year + 1, 7, 30));

            assertThat(Obligations.faults(BuiltIn.contest(), period)).isEmpty();
            assertThat(
                            PlanDocument.faults(
                                    BuiltIn.plan(),
                                    new PlanBasis(
                                            BuiltIn.contest(), Set.copyOf(BuiltIn.SLK), period)))
                    .isEmpty();
            assertThat(BuiltIn.contest().criteria())
                    .flatExtracting(Criterion::deadlines)
                    .allMatch(deadline -> period.dateOf(deadline.due()).isPresent());
        }
    }

    @Test
    void theContestIsOddInTheWaysItsSourceIs() {
        Reading<Rubric> reading = RubricDocument.parse(BuiltIn.document("division-contest-2565"));

        assertThat(((Reading.Accepted<Rubric>) reading).warnings())
                .extracting(warning -> warning.message().en())
                .containsExactly(
                        "rungs 2 and 3 ask for the same and are reached together",
                        "rungs 1 and 2 ask for the same and are reached together");
    }

    @Test
    void itaHasThreeInstrumentsByWeightAndFortyThreeItems() {
        Rubric ita = BuiltIn.ita();

        assertThat(ita.max()).isEqualByComparingTo("100");
        assertThat(ita.nodes())
                .extracting(Node::code, Node::weight)
                .containsExactly(
                        tuple("IIT", new BigDecimal("30")),
                        tuple("EIT", new BigDecimal("30")),
                        tuple("OIT", new BigDecimal("40")));
        assertThat(ita.criteria())
                .filteredOn(criterion -> criterion.scheme() instanceof Scheme.Binary)
                .extracting(Criterion::code)
                .hasSize(43)
                .startsWith("O1", "O2")
                .endsWith("O42", "O43");
        assertThat(ita.bands())
                .extracting(Rubric.Band::code)
                .containsExactly("AA", "A", "B", "C", "D", "E", "F");
        assertThat(ita.pass()).isEqualByComparingTo("85");
    }

    @ParameterizedTest
    @ValueSource(strings = {"division-contest-2565", "ita-2564"})
    void areReadBackAsTheyAreWritten(String name) {
        Rubric rubric = read(name);

        for (String written :
                List.of(RubricDocument.toJson(rubric), RubricDocument.toYaml(rubric))) {
            Reading<Rubric> again = RubricDocument.parse(written);
            assertThat(again).isInstanceOf(Reading.Accepted.class);
            assertThat(((Reading.Accepted<Rubric>) again).content()).isEqualTo(rubric);
            assertThat(RubricDocument.hash(((Reading.Accepted<Rubric>) again).content()))
                    .isEqualTo(RubricDocument.hash(rubric));
        }
    }

    private static Rubric read(String name) {
        return ((Reading.Accepted<Rubric>) RubricDocument.parse(BuiltIn.document(name))).content();
    }

    private static void inBothLanguages(Criterion criterion, @Nullable DocumentText text) {
        assertThat(text).as(criterion.code()).isNotNull();
        assertThat(text.en()).as(criterion.code()).isNotBlank();
        assertThat(text.th()).as(criterion.code()).isNotBlank();
    }
}
