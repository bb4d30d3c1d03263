package org.kongdee.rubric.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TallyTest {

    private static final Period PERIOD =
            new Period(LocalDate.of(2021, 8, 1), LocalDate.of(2022, 7, 30));

    @ParameterizedTest
    @CsvSource({
        "2021-07-31, false",
        "2021-08-01, true",
        "2021-12-20, true",
        "2021-12-21, false",
        "2022-07-30, false",
        "2022-07-31, false",
    })
    void countsWhatIsDatedInsideThePeriodUpToAndIncludingAsOf(LocalDate date, boolean counts) {
        Tally tally =
                Tally.of(List.of(item(null, null, date, null)), PERIOD, LocalDate.of(2021, 12, 20));

        assertThat(tally.of("1").isEmpty()).isEqualTo(!counts);
        assertThat(tally.ignored()).hasSize(counts ? 0 : 1);
    }

    @Test
    void countsItemsWithoutChannelOrSectionInNothingDistinct() {
        LocalDate date = LocalDate.of(2021, 9, 1);
        KindFacts facts =
                facts(
                        item(null, null, date, null),
                        item("website", "LEGAL", date.plusDays(2), null),
                        item("website", "LEGAL", date.plusDays(1), null));

        assertThat(facts.count()).isEqualTo(3);
        assertThat(facts.channels()).containsExactly("website");
        assertThat(facts.sections())
                .containsOnlyKeys("LEGAL")
                .containsEntry("LEGAL", new KindFacts.SectionFacts(2, date.plusDays(1)));
        assertThat(facts.first()).isEqualTo(date);
        assertThat(facts.last()).isEqualTo(date.plusDays(2));
    }

    @Test
    void countsOnlySectionsOfTheUnit() {
        LocalDate date = LocalDate.of(2021, 9, 1);
        KindFacts facts = facts(item(null, "LEGAL", date, null), item(null, "OTHER", date, null));

        assertThat(facts.sectionsWith(Set.of("LEGAL", "PLAN"), 1)).isEqualTo(1);
        assertThat(facts.sectionsBy(Set.of("LEGAL", "PLAN"), date)).isEqualTo(1);
        assertThat(facts.sectionsBy(Set.of("LEGAL", "PLAN"), date.minusDays(1))).isZero();
    }

    /**
     * The longest run of calendar months that the coverages, taken together, include day by day.
     */
    @ParameterizedTest
    @CsvSource({
        "6, 2021-10-01/2022-03-31",
        "5, 2021-10-02/2022-03-31",
        "5, 2021-10-01/2022-03-30",
        "6, 2021-10-01/2021-12-31 2022-01-01/2022-03-31",
        "3, 2021-10-01/2021-12-31 2022-01-02/2022-03-31",
        "6, 2022-01-01/2022-03-31 2021-10-01/2022-01-15",
        "4, 2021-10-01/2022-01-31",
        "0, 2021-10-15/2021-11-15",
        "1, 2022-02-01/2022-02-28",
        "0, 2024-02-01/2024-02-28",
        "12, 2020-10-01/2021-09-30",
        "0, 2021-10-05/2021-10-20",
    })
    void findsTheLongestRunOfCoveredMonths(int months, String coverages) {
        EvidenceItem[] items =
                Arrays.stream(coverages.split(" ", -1))
                        .map(span -> span.split("/", -1))
                        .map(
                                span ->
                                        new Coverage(
                                                LocalDate.parse(span[0]), LocalDate.parse(span[1])))
                        .map(coverage -> item(null, null, PERIOD.start(), coverage))
                        .toArray(EvidenceItem[]::new);

        assertThat(facts(items).months()).isEqualTo(months);
    }

    @ParameterizedTest
    @CsvSource({
        "--08-01, 2021-08-01",
        "--12-31, 2021-12-31",
        "--01-15, 2022-01-15",
        "--02-29, 2022-02-28",
        "--07-30, 2022-07-30",
        "--07-31,",
    })
    void findsTheDayOfTheCycle(MonthDay monthDay, @Nullable LocalDate date) {
        assertThat(PERIOD.dateOf(monthDay).orElse(null)).isEqualTo(date);
    }

    @Test
    void keepsTheTwentyNinthOfFebruaryInALeapYear() {
        Period leap = new Period(LocalDate.of(2023, 8, 1), LocalDate.of(2024, 7, 31));

        assertThat(leap.dateOf(MonthDay.of(2, 29))).contains(LocalDate.of(2024, 2, 29));
    }

    private static KindFacts facts(EvidenceItem... items) {
        return Tally.of(List.of(items), PERIOD, null).of("1").of("plan").orElseThrow();
    }

    private static EvidenceItem item(
            @Nullable String channel,
            @Nullable String section,
            LocalDate date,
            @Nullable Coverage coverage) {
        return new EvidenceItem("1", "plan", channel, section, date, coverage, Set.of(), null);
    }
}
