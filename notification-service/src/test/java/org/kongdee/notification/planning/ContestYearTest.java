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
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Walks the contest year of the Secretariat day by day, as the daily pass does: the milestones of
 * its plan, the tasks of the meeting of 20 December 2021, and Thailand's public holidays.
 */
class ContestYearTest {

    /** Nobody ever hands in anything. */
    private static final Map<LocalDate, Plan> YEAR = walk((deadline, day) -> false);

    private static Map<LocalDate, Plan> walk(BiPredicate<Deadline, LocalDate> isDone) {
        Map<LocalDate, Plan> year = new TreeMap<>();
        Set<ReminderKey> said = new HashSet<>();
        LocalDate last = null;
        List<Deadline> all = Contest2565.all();
        for (LocalDate day = Contest2565.START;
                day.isBefore(Contest2565.END.plusDays(30));
                day = day.plusDays(1)) {
            Plan plan = Planner.plan(day, situation(all, day, isDone, said, last));
            plan.digests()
                    .forEach(d -> d.lines().forEach(l -> said.add(l.key(d.recipient().id()))));
            plan.suppressed().forEach(s -> said.add(s.key()));
            year.put(day, plan);
            last = day;
        }
        return year;
    }

    private static Situation situation(
            List<Deadline> all,
            LocalDate day,
            BiPredicate<Deadline, LocalDate> isDone,
            Set<ReminderKey> said,
            @Nullable LocalDate last) {
        List<Deadline> now =
                all.stream()
                        .filter(deadline -> !Contest2565.isGivenAfter(deadline, day))
                        .map(d -> isDone.test(d, day) ? Samples.settled(d, "somebody", day) : d)
                        .toList();
        return new Situation(
                now,
                Contest2565.people(),
                Contest2565.policies(),
                Map.of(),
                said,
                Contest2565.BANGKOK,
                last,
                false);
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

    /** Every mention of a milestone to a person, and on which day. */
    private static Stream<String> said(String recipient) {
        return YEAR.keySet().stream()
                .flatMap(
                        day ->
                                linesOf(day, recipient).stream()
                                        .filter(line -> line.deadline().cycle() != null)
                                        .map(
                                                l ->
                                                        day
                                                                + " "
                                                                + l.deadline().id()
                                                                + " "
                                                                + l.leadDays()));
    }

    @Test
    void remindsLegalOnFridayTheSeventhOfWhatIsDueOnSaturdayTheFifteenth() {
        List<Plan.Line> lines = linesOf(LocalDate.of(2022, 1, 7), "head-LEGAL");

        assertThat(lines)
                .filteredOn(l -> LocalDate.of(2022, 1, 15).equals(l.deadline().due()))
                .extracting(l -> l.deadline().criterion())
                .contains("1.1.1", "1.1.2", "7.3.1");
    }

    @Test
    void saysSevenNominalAndEightActualDaysBeforeASaturday() {
        assertThat(linesOf(LocalDate.of(2022, 1, 7), "head-LEGAL"))
                .filteredOn(l -> l.deadline().id().endsWith(":SLK:1.1.2:1"))
                .extracting(Plan.Line::leadDays, Plan.Line::daysLeft)
                .containsExactly(tuple(7, 8));
    }

    /**
     * 1.1.1, due on Saturday 15 January 2022: 31 December, a holiday, 8 and 15 January move to the
     * working day before, and the day before merges into the last. 1.1.3 round 1, due on Tuesday 15
     * March. What is overdue comes once on the first working day after, then on Mondays, or the
     * working day after one.
     */
    @ParameterizedTest
    @CsvSource({
        "1.1.1:1, 2021-12-30, 14, 16",
        "1.1.1:1, 2022-01-07, 7, 8",
        "1.1.1:1, 2022-01-12, 3, 3",
        "1.1.1:1, 2022-01-14, 0, 1",
        "1.1.1:1, 2022-01-17, -1, -2",
        "1.1.1:1, 2022-01-24, -9, -9",
        "1.1.1:1, 2022-05-17, -121, -122",
        "1.1.1:1, 2022-07-25, -191, -191",
        "1.1.3:1, 2022-03-01, 14, 14",
        "1.1.3:1, 2022-03-08, 7, 7",
        "1.1.3:1, 2022-03-11, 3, 4",
        "1.1.3:1, 2022-03-14, 1, 1",
        "1.1.3:1, 2022-03-15, 0, 0",
        "1.1.3:1, 2022-03-16, -1, -1",
        "1.1.3:1, 2022-03-21, -6, -6",
        "1.1.3:1, 2022-03-28, -13, -13"
    })
    void remindsOnTheDayWith(String milestone, LocalDate day, int leadDays, int daysLeft) {
        assertThat(linesOf(day, "head-LEGAL"))
                .filteredOn(l -> l.deadline().id().endsWith(":SLK:" + milestone))
                .extracting(Plan.Line::leadDays, Plan.Line::daysLeft)
                .containsExactly(tuple(leadDays, daysLeft));
    }

    @ParameterizedTest
    @CsvSource({
        "1.1.1:1, 2021-12-30 2022-01-07 2022-01-12 2022-01-14 2022-01-17 2022-01-24 2022-01-31, 2022-02-05",
        "1.1.3:1, 2022-03-01 2022-03-08 2022-03-11 2022-03-14 2022-03-15 2022-03-16 2022-03-21 2022-03-28, 2022-04-02"
    })
    void remindsOnTheseDaysAndNoOthers(String milestone, String days, LocalDate until) {
        assertThat(
                        YEAR.keySet().stream()
                                .filter(day -> day.isBefore(until))
                                .filter(
                                        day ->
                                                linesOf(day, "head-LEGAL").stream()
                                                        .anyMatch(
                                                                l ->
                                                                        l.deadline()
                                                                                .id()
                                                                                .endsWith(
                                                                                        ":SLK:"
                                                                                                + milestone)))
                                .map(LocalDate::toString))
                .containsExactly(days.split(" "));
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
        LocalDate due = milestone.day();
        Map<LocalDate, Integer> smallestByDay = new TreeMap<>();
        for (int lead : new int[] {14, 7, 3, 1, 0}) {
            LocalDate day = due.minusDays(lead);
            while (isDayOff(day)) {
                day = day.minusDays(1);
            }
            smallestByDay.merge(day, lead, Math::min);
        }
        LocalDate first = workingDay(due.plusDays(1));
        if (!first.isAfter(Contest2565.END)) {
            smallestByDay.merge(first, -1, Math::min);
        }
        for (LocalDate day = due; !day.isAfter(Contest2565.END); day = day.plusDays(1)) {
            LocalDate told = workingDay(day);
            if (day.getDayOfWeek() == DayOfWeek.MONDAY
                    && day.isAfter(first)
                    && !told.isAfter(Contest2565.END)) {
                smallestByDay.merge(told, (int) (due.toEpochDay() - day.toEpochDay()), Math::min);
            }
        }
        return smallestByDay.entrySet().stream()
                .map(e -> e.getKey() + " " + milestone.id() + " " + e.getValue())
                .toList();
    }

    private static LocalDate workingDay(LocalDate from) {
        LocalDate day = from;
        while (isDayOff(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    private static boolean isDayOff(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY
                || day.getDayOfWeek() == DayOfWeek.SUNDAY
                || Contest2565.HOLIDAYS.contains(day);
    }

    @ParameterizedTest
    @MethodSource("sections")
    void whoNeverHandsInGetsTwoMailsAWeekAtMost(String section) {
        assertThat(digests(YEAR, section)).isBetween(30L, 104L);
    }

    @ParameterizedTest
    @MethodSource("sections")
    void whoDoesTheirPartInTimeGetsHardlyAny(String section) {
        Map<LocalDate, Plan> year =
                walk((deadline, day) -> owes(section, deadline) && isSettledInTime(deadline, day));

        assertThat(digests(year, section)).isBetween(5L, 44L);
    }

    private static boolean owes(String section, Deadline deadline) {
        return deadline.sections().contains(section) || deadline.sections().contains(Deadline.ALL);
    }

    /** Two days before, ahead of that day's pass; what has no date on the day it is given. */
    private static boolean isSettledInTime(Deadline deadline, LocalDate day) {
        return deadline.due() == null
                ? !day.isBefore(Contest2565.MEETING)
                : !day.isBefore(deadline.day().minusDays(2));
    }

    private static long digests(Map<LocalDate, Plan> year, String section) {
        return year.values().stream()
                .filter(plan -> plan.date().isBefore(Contest2565.START.plusWeeks(52)))
                .flatMap(plan -> plan.digests().stream())
                .filter(digest -> digest.recipient().id().equals("head-" + section))
                .count();
    }

    @Test
    void tellsTheDirectorOnMondaysFromAWeekOverdueOnAndWhatIsNobodys() {
        Set<String> told = said("director").collect(Collectors.toSet());

        assertThat(told)
                .contains("2022-01-24 division-contest-2565:SLK:1.1.1:1 -9")
                .noneMatch(line -> line.endsWith(" -1") || !line.contains(" -"));
        List<LocalDate> days =
                YEAR.keySet().stream().filter(day -> !linesOf(day, "director").isEmpty()).toList();
        assertThat(days).hasSizeGreaterThan(30);
        assertThat(days).filteredOn(day -> !isMondaysPass(day) && !isFirstOfMonth(day)).isEmpty();
        assertThat(linesOf(LocalDate.of(2022, 2, 1), "director"))
                .extracting(l -> l.deadline().id())
                .contains("T06", "T22", "T25", "T26");
    }

    private static boolean isMondaysPass(LocalDate day) {
        return day.equals(workingDay(day.minusDays(day.getDayOfWeek().ordinal())));
    }

    private static boolean isFirstOfMonth(LocalDate day) {
        return day.equals(workingDay(day.withDayOfMonth(1)));
    }

    @Test
    void saysNothingOnDaysOffAndNoMilestoneAfterThePeriod() {
        assertThat(YEAR.values())
                .filteredOn(p -> isDayOff(p.date()))
                .isNotEmpty()
                .allMatch(p -> p.digests().isEmpty() && p.suppressed().isEmpty());
        assertThat(YEAR.values())
                .filteredOn(p -> p.date().isAfter(Contest2565.END))
                .flatExtracting(Plan::digests)
                .allMatch(d -> d.lines().stream().allMatch(l -> l.deadline().cycle() == null));
    }

    @Test
    void namesADeadlineOnceInADigest() {
        assertThat(YEAR.values())
                .flatExtracting(Plan::digests)
                .allMatch(
                        digest ->
                                Entry.of(digest.lines()).stream()
                                                .map(entry -> entry.deadline().id())
                                                .distinct()
                                                .count()
                                        == Entry.of(digest.lines()).size());
    }

    @Test
    void reportsWhomNobodyIsToldForAndTheTasksThatNameNobody() {
        assertThat(YEAR.values())
                .flatExtracting(Plan::gaps)
                .extracting(Plan.Gap::deadline)
                .containsOnly("T06", "T22", "T25", "T26");
    }
}
