package org.kongdee.rubric.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kongdee.rubric.BuiltIn;
import org.kongdee.rubric.document.DocumentText;
import org.kongdee.rubric.document.Plan;
import org.kongdee.rubric.document.PlanBasis;
import org.kongdee.rubric.document.PlanDocument;
import org.kongdee.rubric.document.PlanEntry;
import org.kongdee.rubric.document.PlanMilestone;
import org.kongdee.rubric.document.Reading;
import org.kongdee.rubric.document.Rubric;
import org.kongdee.rubric.document.RubricDocument;
import org.kongdee.rubric.facts.Period;

class PlanTransferTest {

    private static final Period YEAR_2565 = BuiltIn.YEAR_2565;
    private static final Period YEAR_2570 =
            new Period(LocalDate.of(2026, 8, 1), LocalDate.of(2027, 7, 31));

    private static final Rubric RUBRIC =
            rubric(
                    """
                    {rubric: small, version: v, title: {en: Small}, aggregate: sum,
                     kinds: [{code: plan, title: {en: Plan}}], nodes: [
                      {code: A, title: {en: First}, kinds: [plan], scheme: binary, points: 1},
                      {code: B, title: {en: Second}, scheme: binary, points: 1}]}
                    """);

    /** Lives in three sections and has a day of one year. */
    private static final Plan PLAN =
            plan(
                    """
                    criteria:
                      A:
                        owners: [LEGAL, PLAN]
                        persons: [slk-legal-head]
                        text: {en: "By memo"}
                        result: {en: "Done"}
                        milestones:
                          - {code: "1", due: --01-15, when: 'earliest("plan") <= by("--01-15")'}
                          - {code: "2", due: 2022-06-15, owners: [SUPPLY]}
                          - {code: "3", due: --03-01, each: SECTION, owners: [ALL]}
                      B:
                        owners: [SUPPLY]
                        milestones:
                          - {code: "1", due: --02-01}
                    """);

    @Test
    void lastYearsPlanServesThisYear() {
        PlanTransfer.Carried carried =
                PlanTransfer.carry(
                        PLAN,
                        basis(RUBRIC, YEAR_2570, "LEGAL", "PLAN", "SUPPLY"),
                        Map.of(),
                        true,
                        YEAR_2565);

        assertThat(carried.holes()).isEmpty();
        PlanEntry entry = carried.plan().of("A");
        assertThat(entry.owners()).containsExactly("LEGAL", "PLAN");
        assertThat(entry.persons()).containsExactly("slk-legal-head");
        assertThat(entry.text()).isEqualTo(new DocumentText("By memo", null));
        assertThat(entry.result()).isNull();
        assertThat(entry.milestones())
                .extracting(PlanMilestone::code, PlanMilestone::due, PlanMilestone::when)
                .containsExactly(
                        tuple("1", "--01-15", "earliest(\"plan\") <= by(\"--01-15\")"),
                        tuple("2", "2027-06-15", null),
                        tuple("3", "--03-01", null));
        assertThat(entry.milestones().getLast().each()).isEqualTo(PlanMilestone.Each.SECTION);
        assertThat(entry.milestones().getLast().owners()).containsExactly("ALL");
    }

    @Test
    void withinTheYearWhatCameOfItComesAlong() {
        PlanTransfer.Carried carried =
                PlanTransfer.carry(
                        PLAN,
                        basis(RUBRIC, YEAR_2565, "LEGAL", "PLAN", "SUPPLY"),
                        Map.of(),
                        true,
                        YEAR_2565);

        assertThat(carried).isEqualTo(new PlanTransfer.Carried(PLAN, List.of()));
    }

    @Test
    void anotherUnitsPlanGetsTheNamesOfItsSections() {
        PlanTransfer.Carried carried =
                PlanTransfer.carry(
                        PLAN,
                        basis(RUBRIC, YEAR_2565, "EVAL1", "EVAL2", "EVAL3"),
                        Map.of("LEGAL", "EVAL1", "PLAN", "EVAL2", "SUPPLY", "EVAL3"),
                        false,
                        YEAR_2565);

        assertThat(carried.holes()).isEmpty();
        PlanEntry entry = carried.plan().of("A");
        assertThat(entry.owners()).containsExactly("EVAL1", "EVAL2");
        assertThat(entry.persons()).isEmpty();
        assertThat(entry.result()).isNull();
        assertThat(entry.text()).isNotNull();
        assertThat(entry.milestones())
                .extracting(PlanMilestone::owners)
                .containsExactly(List.of(), List.of("EVAL3"), List.of("ALL"));
        assertThat(carried.plan().of("B").owners()).containsExactly("EVAL3");
    }

    /** Two sections may have become one, which then owes it once. */
    @Test
    void sectionsThatHaveBecomeOneAreNamedOnce() {
        PlanTransfer.Carried carried =
                PlanTransfer.carry(
                        PLAN,
                        basis(RUBRIC, YEAR_2565, "LEGAL", "SUPPLY"),
                        Map.of("PLAN", "LEGAL"),
                        true,
                        YEAR_2565);

        assertThat(carried.holes()).isEmpty();
        assertThat(carried.plan().of("A").owners()).containsExactly("LEGAL");
    }

    @Test
    void whatHasNoPlaceThereIsLeftOutAndTold() {
        Period half = new Period(LocalDate.of(2022, 1, 20), LocalDate.of(2022, 6, 30));

        PlanTransfer.Carried carried =
                PlanTransfer.carry(
                        PLAN,
                        basis(RUBRIC, half, "LEGAL"),
                        Map.of("PLAN", "PLANNING"),
                        true,
                        YEAR_2565);

        assertThat(carried.holes())
                .extracting(PlanTransfer.Hole::path, hole -> hole.why().toString())
                .containsExactly(
                        tuple("/criteria/A/owners/1", "the section PLAN has no counterpart"),
                        tuple("/criteria/A/milestones/0", "--01-15 falls outside the cycle"),
                        tuple(
                                "/criteria/A/milestones/1/owners/0",
                                "the section SUPPLY has no counterpart"),
                        tuple("/criteria/A/milestones/1", "nobody owes it"),
                        tuple("/criteria/B/owners/0", "the section SUPPLY has no counterpart"),
                        tuple("/criteria/B/milestones/0", "nobody owes it"));
        assertThat(carried.plan().of("A").owners()).containsExactly("LEGAL");
        assertThat(carried.plan().of("A").milestones())
                .extracting(PlanMilestone::code)
                .containsExactly("3");
        assertThat(PlanDocument.faults(carried.plan(), basis(RUBRIC, half, "LEGAL"))).isEmpty();
    }

    @Test
    void aUnitWithoutSectionsKeepsWhatAllOweTogether() {
        Plan plan =
                plan(
                        """
                        criteria:
                          A:
                            owners: [ALL]
                            milestones:
                              - {code: "1", due: --01-15}
                              - {code: "2", due: --03-01, each: SECTION}
                        """);

        PlanTransfer.Carried carried =
                PlanTransfer.carry(plan, basis(RUBRIC, YEAR_2565), Map.of(), false, YEAR_2565);

        assertThat(carried.holes())
                .extracting(PlanTransfer.Hole::path, hole -> hole.why().toString())
                .containsExactly(
                        tuple(
                                "/criteria/A/milestones/1",
                                "the unit has no sections that could each owe it"));
        assertThat(carried.plan().of("A").milestones())
                .extracting(PlanMilestone::code)
                .containsExactly("1");
    }

    @Test
    void criteriaAndKindsThatAreGoneAreHoles() {
        Rubric other =
                rubric(
                        """
                        {rubric: small, version: w, title: {en: Small}, aggregate: sum,
                         kinds: [{code: report, title: {en: Report}}], nodes: [
                          {code: A, title: {en: First}, kinds: [report], scheme: binary, points: 1}]}
                        """);

        PlanTransfer.Carried carried =
                PlanTransfer.carry(
                        PLAN,
                        basis(other, YEAR_2565, "LEGAL", "PLAN", "SUPPLY"),
                        Map.of(),
                        true,
                        YEAR_2565);

        assertThat(carried.holes())
                .extracting(PlanTransfer.Hole::path, hole -> hole.why().toString())
                .containsExactly(
                        tuple(
                                "/criteria/A/milestones/0",
                                "its rule asks for kinds, fields or days that are not there"),
                        tuple("/criteria/B", "the rubric has no criterion B"));
        assertThat(carried.plan().criteria()).containsOnlyKeys("A");
    }

    /** Cycles do not all begin on the same day: the nearest whole year counts. */
    @ParameterizedTest
    @CsvSource({
        "2022-08-01, 2023-07-31, 2023-06-15",
        "2022-10-01, 2023-09-30, 2023-06-15",
        "2022-06-01, 2023-06-30, 2023-06-15",
        "2020-08-01, 2021-07-31, 2021-06-15",
        "2024-08-01, 2025-07-31, 2025-06-15",
    })
    void daysOfOneYearMoveByWholeYears(LocalDate start, LocalDate end, String due) {
        PlanTransfer.Carried carried =
                PlanTransfer.carry(
                        PLAN,
                        basis(RUBRIC, new Period(start, end), "LEGAL", "PLAN", "SUPPLY"),
                        Map.of(),
                        true,
                        YEAR_2565);

        assertThat(carried.plan().of("A").milestones().get(1).due()).isEqualTo(due);
    }

    @Test
    void thePlanOfTheSecretariatServesEveryYear() {
        PlanBasis basis = new PlanBasis(BuiltIn.contest(), Set.copyOf(BuiltIn.SLK), YEAR_2570);

        PlanTransfer.Carried carried =
                PlanTransfer.carry(BuiltIn.plan(), basis, Map.of(), true, YEAR_2565);

        assertThat(carried.holes()).isEmpty();
        assertThat(carried.plan().milestones()).isEqualTo(49);
        assertThat(carried.plan().of("4.1.1").persons()).containsExactly("slk-hr-expert");
        assertThat(PlanDocument.faults(carried.plan(), basis)).isEmpty();
    }

    private static PlanBasis basis(Rubric rubric, Period period, String... sections) {
        return new PlanBasis(rubric, Set.of(sections), period);
    }

    private static Plan plan(String document) {
        Reading<Plan> reading =
                PlanDocument.parse(
                        document.getBytes(StandardCharsets.UTF_8),
                        basis(RUBRIC, YEAR_2565, "LEGAL", "PLAN", "SUPPLY"));
        assertThat(reading).isInstanceOf(Reading.Accepted.class);
        return ((Reading.Accepted<Plan>) reading).content();
    }

    private static Rubric rubric(String document) {
        return ((Reading.Accepted<Rubric>) RubricDocument.parse(document)).content();
    }
}
