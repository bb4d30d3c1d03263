package org.kongdee.rubric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kongdee.rubric.document.Criterion;
import org.kongdee.rubric.document.Fault;
import org.kongdee.rubric.document.Node;
import org.kongdee.rubric.document.Rubric;
import org.kongdee.rubric.document.RubricDocument;
import org.kongdee.rubric.document.Scheme;
import org.kongdee.rubric.facts.Period;
import org.kongdee.rubric.scoring.MilestonePlan;

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
        assertThat(contest.criteria().stream().mapToInt(c -> c.milestones().size()).sum())
                .isEqualTo(47);
    }

    @Test
    void theMilestonesOfTheContestFallIntoEveryFiscalYear() {
        for (int year = 2021; year < 2030; year++) {
            Period period = new Period(LocalDate.of(year, 8, 1), LocalDate.of(year + 1, 7, 30));

            assertThat(MilestonePlan.faults(BuiltIn.contest(), period)).isEmpty();
            assertThat(MilestonePlan.of(BuiltIn.contest(), period)).hasSize(47);
        }
    }

    @Test
    void theContestIsOddInTheWaysItsSourceIs() {
        RubricDocument.Reading reading =
                RubricDocument.parse(BuiltIn.document("division-contest-2565"));

        assertThat(((RubricDocument.Accepted) reading).warnings())
                .extracting(Fault::message)
                .containsExactly(
                        "1.3.3 is due --02-28, before 1.3.1 on --03-15, which it follows",
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
        Rubric rubric =
                ((RubricDocument.Accepted) RubricDocument.parse(BuiltIn.document(name))).rubric();

        for (String written :
                List.of(RubricDocument.toJson(rubric), RubricDocument.toYaml(rubric))) {
            RubricDocument.Reading again = RubricDocument.parse(written);
            assertThat(again).isInstanceOf(RubricDocument.Accepted.class);
            assertThat(((RubricDocument.Accepted) again).rubric()).isEqualTo(rubric);
            assertThat(RubricDocument.hash(((RubricDocument.Accepted) again).rubric()))
                    .isEqualTo(RubricDocument.hash(rubric));
        }
    }
}
