package org.kongdee.notification.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks the contest year day by day, as the daily pass does, for every section. */
class ContestYearTest {

    private static final Map<LocalDate, Plan> YEAR = walk();

    private static Map<LocalDate, Plan> walk() {
        Map<LocalDate, Plan> year = new TreeMap<>();
        Set<ReminderKey> said = new HashSet<>();
        LocalDate last = null;
        List<Deadline> milestones = Contest2565.milestones();
        List<Recipient> people = Contest2565.people();
        for (LocalDate day = Contest2565.START;
                day.isBefore(Contest2565.END.plusDays(30));
                day = day.plusDays(1)) {
            Plan plan = Planner.plan(day, Contest2565.situation(milestones, people, said, last));
            plan.digests()
                    .forEach(d -> d.lines().forEach(l -> said.add(l.key(d.recipient().id()))));
            plan.suppressed().forEach(s -> said.add(s.key()));
            year.put(day, plan);
            last = day;
        }
        return year;
    }

    static Stream<String> sections() {
        return Contest2565.SECTIONS.stream();
    }

    private static Plan planOf(LocalDate day) {
        return Objects.requireNonNull(YEAR.get(day));
    }

    private static List<Plan.Line> linesOf(LocalDate day, String recipient) {
        return planOf(day).digests().stream()
                .filter(d -> d.recipient().id().equals(recipient))
                .flatMap(d -> d.lines().stream())
                .toList();
    }

    private static Stream<String> said(String recipient) {
        return YEAR.entrySet().stream()
                .flatMap(
                        day ->
                                linesOf(day.getKey(), recipient).stream()
                                        .map(
                                                l ->
                                                        day.getKey()
                                                                + " "
                                                                + l.deadline().id()
                                                                + " "
                                                                + l.leadDays()));
    }

    @Test
    void remindsLegalOnFridayTheSeventhOfWhatIsDueOnSaturdayTheFifteenth() {
        List<Plan.Line> lines = linesOf(LocalDate.of(2022, 1, 7), "head-LEGAL");

        assertThat(lines)
                .extracting(l -> l.deadline().criterion())
                .containsExactly("1.1.1", "1.1.2", "3.4", "5.4", "6.1", "6.4", "7.3.1");
    }

    @Test
    void saysSevenNominalAndEightActualDaysBeforeASaturday() {
        Plan.Line line = linesOf(LocalDate.of(2022, 1, 7), "head-LEGAL").get(1);

        assertThat(line.deadline().due()).isEqualTo(LocalDate.of(2022, 1, 15));
        assertThat(line.leadDays()).isEqualTo(7);
        assertThat(line.daysLeft()).isEqualTo(8);
    }

    /** 1.1.1, due on Saturday 15 January, and 1.1.3 round 1, due on Tuesday 15 March 2022. */
    @ParameterizedTest
    @CsvSource({
        "1.1.1:1, 2021-12-31, 14, 15",
        "1.1.1:1, 2022-01-07, 7, 8",
        "1.1.1:1, 2022-01-12, 3, 3",
        "1.1.1:1, 2022-01-14, 0, 1",
        "1.1.1:1, 2022-01-17, -1, -2",
        "1.1.1:1, 2022-01-24, -8, -9",
        "1.1.1:1, 2022-07-25, -190, -191",
        "1.1.3:1, 2022-03-01, 14, 14",
        "1.1.3:1, 2022-03-08, 7, 7",
        "1.1.3:1, 2022-03-11, 3, 4",
        "1.1.3:1, 2022-03-14, 1, 1",
        "1.1.3:1, 2022-03-15, 0, 0",
        "1.1.3:1, 2022-03-16, -1, -1",
        "1.1.3:1, 2022-03-23, -8, -8"
    })
    void remindsOnTheDayWith(String milestone, LocalDate day, int leadDays, int daysLeft) {
        assertThat(linesOf(day, "head-LEGAL"))
                .filteredOn(l -> l.deadline().id().endsWith(":SLK:" + milestone))
                .extracting(Plan.Line::leadDays, Plan.Line::daysLeft)
                .containsExactly(tuple(leadDays, daysLeft));
    }

    @Test
    void mergesTheDayBeforeIntoTheDueDayWhenBothFallOnFriday() {
        assertThat(planOf(LocalDate.of(2022, 1, 14)).suppressed())
                .filteredOn(s -> s.key().recipient().equals("head-LEGAL"))
                .filteredOn(s -> s.key().deadline().endsWith(":1.1.1:1"))
                .extracting(s -> s.key().leadDays(), Plan.Suppressed::reason)
                .containsExactly(tuple(1, Unsaid.MERGED));
    }

    /** Counted by hand from the calendar rules, not by the planner's own steps. */
    @ParameterizedTest
    @MethodSource("sections")
    void saysInTheWholeYearExactlyWhatTheRulesSay(String section) {
        List<String> expected = new ArrayList<>();
        for (Deadline milestone : Contest2565.milestones()) {
            if (milestone.sections().contains(section)
                    || milestone.sections().contains(Deadline.ALL)) {
                expected.addAll(expectedFor(milestone));
            }
        }

        assertThat(said("head-" + section)).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static List<String> expectedFor(Deadline milestone) {
        Map<LocalDate, Integer> smallestByDay = new TreeMap<>();
        for (int lead : new int[] {14, 7, 3, 1, 0}) {
            LocalDate day = milestone.due().minusDays(lead);
            while (isWeekend(day)) {
                day = day.minusDays(1);
            }
            smallestByDay.merge(day, lead, Math::min);
        }
        for (int late = 1; late < 400; late += 7) {
            LocalDate day = milestone.due().plusDays(late);
            while (isWeekend(day)) {
                day = day.plusDays(1);
            }
            if (!day.isAfter(Contest2565.END)) {
                smallestByDay.merge(day, -late, Math::min);
            }
        }
        return smallestByDay.entrySet().stream()
                .map(e -> e.getKey() + " " + milestone.id() + " " + e.getValue())
                .toList();
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    @Test
    void tellsTheDirectorOnlyFromAWeekOverdueOn() {
        Set<String> told = said("director").collect(Collectors.toSet());

        assertThat(told)
                .contains("2022-01-24 division-contest-2565:SLK:1.1.1:1 -8")
                .noneMatch(line -> line.endsWith(" -1") || !line.contains(" -"));
    }

    @Test
    void saysNothingOnDaysOffAndNothingAfterThePeriod() {
        assertThat(YEAR.values())
                .filteredOn(p -> isWeekend(p.date()) || p.date().isAfter(Contest2565.END))
                .isNotEmpty()
                .allMatch(p -> p.digests().isEmpty() && p.suppressed().isEmpty());
    }

    @Test
    void namesADeadlineOnceInADigest() {
        assertThat(YEAR.values())
                .flatExtracting(Plan::digests)
                .allMatch(
                        digest ->
                                digest.lines().stream()
                                                .map(l -> l.deadline().id())
                                                .distinct()
                                                .count()
                                        == digest.lines().size());
    }

    @Test
    void hasSomebodyForEveryOwner() {
        assertThat(YEAR.values()).flatExtracting(Plan::gaps).isEmpty();
    }
}
