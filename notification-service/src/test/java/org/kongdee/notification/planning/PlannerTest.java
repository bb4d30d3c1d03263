package org.kongdee.notification.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlannerTest {

    /** A Tuesday. */
    private static final LocalDate DUE = LocalDate.of(2022, 3, 15);

    private static final Recipient HEAD = Samples.person("head", Role.HEAD, "LEGAL");
    private static final Recipient OFFICER = Samples.person("officer", Role.OFFICER, "LEGAL");
    private static final Recipient DIRECTOR = Samples.person("director", Role.DIRECTOR);

    private static Deadline due(LocalDate due, DeadlineStatus status, String... sections) {
        return Samples.deadline("d", due, status, sections);
    }

    private static Deadline told(Deadline d, String... persons) {
        return Samples.naming(d, persons);
    }

    private static Deadline knownSince(Deadline d, LocalDate day) {
        return Samples.knownSince(d, day);
    }

    private static Deadline legal() {
        return due(DUE, DeadlineStatus.PLANNED, "LEGAL");
    }

    private static Recipient paused(Recipient r, LocalDate until) {
        return Samples.paused(r, until);
    }

    private static Policies policies(Policy... policies) {
        return new Policies(List.of(policies), Map.of(), Map.of());
    }

    private static Plan plan(LocalDate day, Situation situation) {
        return Planner.plan(day, situation);
    }

    private static Situation silenced(Silence silence, Recipient... people) {
        return new Situation(
                List.of(legal()),
                List.of(people),
                policies(Contest2565.DEFAULT_POLICY),
                Map.of(new Silence.Key("head", "d", DUE), silence),
                Set.of(),
                Contest2565.BANGKOK,
                null,
                false);
    }

    private static Situation of(Recipient... people) {
        return Contest2565.situation(List.of(legal()), List.of(people));
    }

    private static Situation since(@Nullable LocalDate lastPass, Set<ReminderKey> said) {
        return Contest2565.situation(List.of(legal()), List.of(HEAD), said, lastPass);
    }

    @Test
    void tellsOfficersAndHeadsOfTheOwnerAndNobodyElse() {
        Recipient other = Samples.person("other", Role.HEAD, "PLAN");
        Recipient everywhere = Samples.person("everywhere", Role.OFFICER);

        Plan plan = plan(DUE, of(HEAD, OFFICER, DIRECTOR, other, everywhere));

        assertThat(plan.digests())
                .extracting(d -> d.recipient().id())
                .containsExactly("everywhere", "head", "officer");
    }

    @Test
    void tellsThePersonsNamedBesidesOnceEach() {
        Recipient elsewhere = Samples.person("elsewhere", Role.OFFICER, "PLAN");
        Deadline deadline = told(legal(), "head", "elsewhere", "director", "nobody");

        Plan plan =
                plan(
                        DUE,
                        Contest2565.situation(
                                List.of(deadline), List.of(HEAD, OFFICER, DIRECTOR, elsewhere)));

        assertThat(plan.digests())
                .extracting(d -> d.recipient().id())
                .containsExactly("director", "elsewhere", "head", "officer");
        assertThat(plan.digests()).allMatch(d -> d.lines().size() == 1);
        assertThat(plan.gaps()).containsExactly(new Plan.Gap("SLK", null, "nobody", "d", false));
        assertThat(Coverage.concerning(elsewhere, List.of(deadline, legal()), Map.of()))
                .containsExactly(deadline);
    }

    /** A person named stands for no section, wherever they work. */
    @ParameterizedTest
    @ValueSource(strings = {"LEGAL", "ALL"})
    void reportsTheGapOfASectionThoughAPersonIsTold(String section) {
        Recipient elsewhere = Samples.holding("elsewhere", new Post("OTHER", Set.of(), Role.HEAD));
        Deadline deadline = told(due(DUE, DeadlineStatus.PLANNED, section), "elsewhere");

        Plan plan =
                plan(DUE, Contest2565.situation(List.of(deadline), List.of(DIRECTOR, elsewhere)));

        assertThat(plan.digests()).extracting(d -> d.recipient().id()).containsExactly("elsewhere");
        assertThat(plan.gaps())
                .containsExactly(
                        new Plan.Gap(
                                "SLK", section.equals("ALL") ? null : section, null, "d", false));
    }

    @Test
    void tellsNobodyOfAnotherUnit() {
        Recipient namesake = Samples.holding("x", new Post("OTHER", Set.of(), Role.HEAD));

        assertThat(plan(DUE, of(namesake)).digests()).isEmpty();
    }

    @Test
    void tellsTheDirectorAndReportsTheGapWhenNobodyOwnsIt() {
        Plan plan = plan(DUE, of(DIRECTOR));

        assertThat(plan.digests()).extracting(d -> d.recipient().id()).containsExactly("director");
        assertThat(plan.gaps()).containsExactly(new Plan.Gap("SLK", "LEGAL", null, "d", true));
    }

    @Test
    void reportsTheGapWhenThereIsNotEvenADirector() {
        assertThat(plan(DUE, of()).gaps())
                .containsExactly(new Plan.Gap("SLK", "LEGAL", null, "d", false));
    }

    @Test
    void reportsTheOneSectionNobodyIsToldAbout() {
        Deadline shared = due(DUE, DeadlineStatus.PLANNED, "LEGAL", "PUBLIC-RELATIONS");

        Plan plan = plan(DUE, Contest2565.situation(List.of(shared), List.of(HEAD, DIRECTOR)));

        assertThat(plan.digests()).extracting(d -> d.recipient().id()).containsExactly("head");
        assertThat(plan.gaps())
                .containsExactly(new Plan.Gap("SLK", "PUBLIC-RELATIONS", null, "d", false));
    }

    @Test
    void tellsEverySectionOfWhatBelongsToAll() {
        Recipient plans = Samples.person("plans", Role.OFFICER, "PLAN");
        Deadline all = due(DUE, DeadlineStatus.PLANNED, Deadline.ALL);

        Plan plan = plan(DUE, Contest2565.situation(List.of(all), List.of(HEAD, plans, DIRECTOR)));

        assertThat(plan.digests())
                .extracting(d -> d.recipient().id())
                .containsExactly("head", "plans");
    }

    @ParameterizedTest
    @EnumSource(names = "PLANNED", mode = EnumSource.Mode.EXCLUDE)
    void doesNotMentionWhatIsSettled(DeadlineStatus status) {
        Deadline settled = due(DUE, status, "LEGAL");

        Plan plan = plan(DUE, Contest2565.situation(List.of(settled), List.of(HEAD)));

        assertThat(plan.digests()).isEmpty();
        assertThat(plan.skipped()).containsExactly(new Plan.Skipped("d", DUE, status));
    }

    @Test
    void saysNothingTwice() {
        Set<ReminderKey> said = Set.of(ReminderKey.due("head", "d", 0, DUE));

        assertThat(plan(DUE, since(DUE, said)).digests()).isEmpty();
    }

    @Test
    void startsAfreshWhenTheDueDateMoves() {
        LocalDate before = DUE.minusDays(1);
        Set<ReminderKey> said = Set.of(ReminderKey.due("head", "d", 0, before));

        assertThat(plan(DUE, since(before, said)).digests()).hasSize(1);
    }

    @Test
    void catchesUpAfterDowntimeInOneDigestAndOneLine() {
        // Down since the 10th: the passes of the 11th (3 days) and the 14th (1 day) are missing.
        Plan plan = plan(DUE, since(LocalDate.of(2022, 3, 10), Set.of()));

        assertThat(plan.digests()).hasSize(1);
        assertThat(plan.digests().getFirst().lines())
                .extracting(Plan.Line::leadDays, Plan.Line::daysLeft)
                .containsExactly(tuple(0, 0));
        assertThat(plan.suppressed())
                .extracting(s -> s.key().leadDays(), Plan.Suppressed::reason)
                .containsExactly(tuple(1, Unsaid.MERGED), tuple(3, Unsaid.MERGED));
    }

    @Test
    void saysAMissedReminderWithTheDaysThatAreReallyLeft() {
        // The 8th was missed; the 9th is no lead day of its own.
        Plan plan = plan(LocalDate.of(2022, 3, 9), since(LocalDate.of(2022, 3, 7), Set.of()));

        assertThat(plan.digests().getFirst().lines())
                .extracting(Plan.Line::leadDays, Plan.Line::daysLeft)
                .containsExactly(tuple(7, 6));
    }

    @Test
    void reachesBackSevenDaysAtMost() {
        // The last lead day, of the 1st, is eight days ago.
        Deadline far = due(DUE, DeadlineStatus.PLANNED, "LEGAL");
        Policy sparse =
                new Policy(
                        Policy.DEFAULT,
                        new TreeSet<>(Set.of(14)),
                        new TreeSet<>(Set.of(7)),
                        1,
                        DayOfWeek.MONDAY,
                        7,
                        LocalTime.of(8, 0),
                        LocalTime.of(13, 0),
                        12,
                        Contest2565.BANGKOK,
                        Set.of(),
                        List.of(),
                        null,
                        null);
        Situation down =
                new Situation(
                        List.of(far),
                        List.of(HEAD),
                        policies(sparse),
                        Map.of(),
                        Set.of(),
                        Contest2565.BANGKOK,
                        LocalDate.of(2022, 2, 1),
                        false);

        assertThat(plan(LocalDate.of(2022, 3, 8), down).digests()).hasSize(1);
        assertThat(plan(LocalDate.of(2022, 3, 9), down).digests()).isEmpty();
    }

    @Test
    void doesNotMakeUpForLeadDaysBeforeTheDeadlineWasKnown() {
        Deadline fresh = knownSince(legal(), LocalDate.of(2022, 3, 9));

        Plan plan =
                plan(
                        LocalDate.of(2022, 3, 9),
                        Contest2565.situation(
                                List.of(fresh), List.of(HEAD), Set.of(), LocalDate.of(2022, 3, 7)));

        assertThat(plan.digests()).isEmpty();
    }

    @Test
    void remindsAPausedPersonOfNothingAndTheDirectorInstead() {
        Plan plan = plan(DUE, of(paused(HEAD, DUE.plusDays(1)), DIRECTOR));

        assertThat(plan.digests()).extracting(d -> d.recipient().id()).containsExactly("director");
        assertThat(plan.suppressed())
                .containsExactly(
                        new Plan.Suppressed(
                                ReminderKey.due("head", "d", 0, DUE), "SLK", Unsaid.PAUSED));
    }

    @Test
    void resumesOnTheDayThePauseEnds() {
        assertThat(plan(DUE, of(paused(HEAD, DUE))).digests()).hasSize(1);
    }

    @Test
    void makesUpInOneDigestForWhatFellIntoAPause() {
        LocalDate day = DUE.minusDays(1);
        Deadline other = Samples.deadline("e", day.minusDays(3), DeadlineStatus.PLANNED, "LEGAL");
        Set<ReminderKey> missed =
                Set.of(
                        ReminderKey.due("head", "d", 7, DUE),
                        ReminderKey.due("head", "d", 3, DUE),
                        ReminderKey.due("head", "e", 0, other.day()));

        Plan back = plan(day, afterPause(day, missed, List.of(legal(), other), HEAD));
        Plan away =
                plan(
                        day,
                        afterPause(
                                day, missed, List.of(legal(), other), paused(HEAD, DUE), OFFICER));

        assertThat(back.digests()).hasSize(1);
        assertThat(back.digests().getFirst().lines())
                .extracting(line -> line.deadline().id(), Plan.Line::leadDays, Plan.Line::daysLeft)
                .containsExactly(tuple("d", 3, 1), tuple("e", 0, -3));
        assertThat(back.suppressed())
                .containsExactly(
                        new Plan.Suppressed(
                                ReminderKey.due("head", "d", 7, DUE), "SLK", Unsaid.MERGED));
        assertThat(away.digests()).isEmpty();
        assertThat(away.suppressed()).isEmpty();
    }

    @Test
    void doesNotMakeUpForWhatIsSettledOrMovedMeanwhile() {
        LocalDate day = DUE.minusDays(1);
        Set<ReminderKey> missed =
                Set.of(
                        ReminderKey.due("head", "d", 3, DUE),
                        ReminderKey.due("head", "e", 3, DUE.minusDays(9)));
        List<Deadline> now =
                List.of(
                        due(DUE, DeadlineStatus.MET, "LEGAL"),
                        Samples.deadline("e", DUE, DeadlineStatus.PLANNED, "LEGAL"));

        assertThat(plan(day, afterPause(day, missed, now, HEAD)).digests()).isEmpty();
    }

    @Test
    void ofASeriesThatFellIntoAPauseTheLatestStandsForTheOthers() {
        LocalDate day = LocalDate.of(2022, 3, 17);
        List<Deadline> series =
                Samples.series(
                        "s", Samples.KNOWN, day.minusDays(3), day.minusDays(2), day.minusDays(1));
        Set<ReminderKey> missed = new HashSet<>();
        series.forEach(of -> missed.add(ReminderKey.due("head", "s", 0, of.day())));

        Plan plan = plan(day, afterPause(day, missed, series, HEAD));

        assertThat(plan.digests().getFirst().lines())
                .extracting(line -> line.deadline().day(), Plan.Line::before)
                .containsExactly(tuple(day.minusDays(1), 2));
        assertThat(plan.suppressed())
                .extracting(Plan.Suppressed::reason)
                .containsOnly(Unsaid.MERGED);
    }

    @Test
    void thePauseOfSomebodyElseMergesNothing() {
        // The one is overdue and said on Mondays; the other was put off until this one.
        LocalDate monday = LocalDate.of(2022, 3, 14);
        List<Deadline> series =
                Samples.series("s", Samples.KNOWN, monday.minusDays(7), monday.plusDays(2));
        Map<Silence.Key, Silence> silences =
                Map.of(
                        new Silence.Key("head", "s", monday.plusDays(2)),
                        new Silence(monday, false));
        Set<ReminderKey> ofAnother =
                Set.of(ReminderKey.due("another", "s", 0, monday.minusDays(7)));
        Situation situation =
                new Situation(
                        series,
                        List.of(HEAD),
                        policies(everyDay()),
                        silences,
                        ofAnother,
                        ofAnother,
                        Contest2565.BANGKOK,
                        monday.minusDays(1),
                        false);

        assertThat(plan(monday, situation).digests().getFirst().lines())
                .extracting(line -> line.deadline().day(), Plan.Line::before)
                .containsExactly(tuple(monday.minusDays(7), 0), tuple(monday.plusDays(2), 0));
    }

    private static Situation afterPause(
            LocalDate day, Set<ReminderKey> missed, List<Deadline> deadlines, Recipient... people) {
        return new Situation(
                deadlines,
                List.of(people),
                policies(everyDay()),
                Map.of(),
                missed,
                missed,
                Contest2565.BANGKOK,
                day.minusDays(1),
                false);
    }

    private static Policy everyDay() {
        return new Policy(
                Policy.DEFAULT,
                new TreeSet<>(Set.of(7, 3, 0)),
                new TreeSet<>(Set.of(0)),
                5,
                DayOfWeek.MONDAY,
                7,
                LocalTime.of(8, 0),
                LocalTime.of(13, 0),
                12,
                Contest2565.BANGKOK,
                Set.of(),
                List.of(),
                null,
                null);
    }

    @ParameterizedTest
    @CsvSource({
        // Friday to Sunday: no working day comes between.
        "2022-03-11, 2022-03-13, 0",
        "2022-03-11, 2022-03-14, 3",
        "2022-03-14, 2022-03-15, 1",
        "2022-03-14, 2022-03-14, 0",
        "2022-03-14, 2022-03-01, 0",
        "2022-03-14, 2022-04-14, 7"
    })
    void aSnoozeEndsOnAWorkingDayUpToTheDueDate(LocalDate today, LocalDate due, int most) {
        Rules rules = policies(Contest2565.DEFAULT_POLICY).rulesFor(null, "SLK");

        assertThat(rules.mostSnoozed(today, due(due, DeadlineStatus.PLANNED, "LEGAL")))
                .isEqualTo(most);
    }

    @Test
    void keepsQuietUntilASnoozeEndsAndThenReminds() {
        // Reminded on Tuesday the 8th, snoozed until Thursday the 10th.
        Situation snoozed = silenced(new Silence(LocalDate.of(2022, 3, 10), false), HEAD);

        assertThat(plan(LocalDate.of(2022, 3, 9), snoozed).digests()).isEmpty();
        assertThat(plan(LocalDate.of(2022, 3, 10), snoozed).digests().getFirst().lines())
                .extracting(Plan.Line::leadDays, Plan.Line::daysLeft)
                .containsExactly(tuple(5, 5));
    }

    @Test
    void suppressesWhatFallsInsideASnooze() {
        Situation snoozed = silenced(new Silence(LocalDate.of(2022, 3, 14), false), HEAD);

        Plan plan = plan(LocalDate.of(2022, 3, 11), snoozed);

        assertThat(plan.digests()).isEmpty();
        assertThat(plan.suppressed())
                .extracting(s -> s.key().leadDays(), Plan.Suppressed::reason)
                .containsExactly(tuple(3, Unsaid.SNOOZED));
    }

    @Test
    void passesToTheDirectorWhatTheOnlyOwnerSaysIsNotTheirs() {
        Plan plan = plan(DUE, silenced(new Silence(null, true), HEAD, DIRECTOR));

        assertThat(plan.digests()).extracting(d -> d.recipient().id()).containsExactly("director");
        assertThat(plan.suppressed())
                .extracting(Plan.Suppressed::reason)
                .containsExactly(Unsaid.NOT_MINE);
        assertThat(plan.gaps()).hasSize(1);
    }

    @Test
    void goesByTheMostSpecificPolicy() {
        Policies policies =
                new Policies(
                        List.of(
                                Contest2565.DEFAULT_POLICY,
                                scoped("of-cycle", "c", null),
                                scoped("of-unit", null, "SLK"),
                                scoped("of-both", "c", "SLK")),
                        Map.of(),
                        Map.of());

        assertThat(policies.rulesFor("c", "SLK").policy().code()).isEqualTo("of-both");
        assertThat(policies.rulesFor("other", "SLK").policy().code()).isEqualTo("of-unit");
        assertThat(policies.rulesFor("c", "OTHER").policy().code()).isEqualTo("of-cycle");
        assertThat(policies.rulesFor(null, "OTHER").policy().code()).isEqualTo("default");
    }

    private static Policy scoped(String code, @Nullable String cycle, @Nullable String unit) {
        Policy d = Contest2565.DEFAULT_POLICY;
        return new Policy(
                code,
                d.leadDays(),
                d.seriesLeadDays(),
                1,
                DayOfWeek.MONDAY,
                7,
                d.at(),
                d.again(),
                d.maxLines(),
                d.timeZone(),
                d.daysOff(),
                List.of("thai-public"),
                cycle,
                unit);
    }

    @Test
    void movesOffHolidaysToo() {
        // The Tuesday itself and the Monday before are holidays: the due day's reminder goes on
        // Friday.
        Policies policies =
                new Policies(
                        List.of(Contest2565.DEFAULT_POLICY, scoped("of-unit", null, "SLK")),
                        Map.of("thai-public", Set.of(DUE, DUE.minusDays(1))),
                        Map.of());
        Situation situation =
                new Situation(
                        List.of(legal()),
                        List.of(HEAD),
                        policies,
                        Map.of(),
                        Set.of(),
                        Contest2565.BANGKOK,
                        null,
                        false);

        assertThat(plan(DUE, situation).digests()).isEmpty();
        assertThat(plan(LocalDate.of(2022, 3, 11), situation).digests().getFirst().lines())
                .extracting(Plan.Line::leadDays, Plan.Line::daysLeft)
                .containsExactly(tuple(0, 4));
    }

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    /**
     * Whatever the policy, the holidays and the gaps between passes: once, on working days, in
     * period.
     */
    @ParameterizedTest
    @MethodSource("seeds")
    void neverRepeatsItselfNorWritesOnDaysOff(int seed) {
        Random random = new Random(seed);
        Policy policy = randomPolicy(random);
        Set<LocalDate> holidays = new HashSet<>();
        random.ints(20, 0, 200).forEach(i -> holidays.add(LocalDate.of(2022, 1, 1).plusDays(i)));
        WorkCalendar calendar = new WorkCalendar(policy.daysOff(), holidays);
        Set<ReminderKey> said = new HashSet<>();
        LocalDate last = null;
        LocalDate day = LocalDate.of(2022, 1, 1);
        while (day.isBefore(LocalDate.of(2022, 9, 1))) {
            Plan plan =
                    plan(
                            day,
                            new Situation(
                                    List.of(legal()),
                                    List.of(HEAD, OFFICER, DIRECTOR),
                                    new Policies(
                                            List.of(policy),
                                            Map.of("thai-public", holidays),
                                            Map.of()),
                                    Map.of(),
                                    said,
                                    Contest2565.BANGKOK,
                                    last,
                                    false));
            for (Plan.Digest digest : plan.digests()) {
                assertThat(calendar.isWorkingDay(day)).isTrue();
                assertThat(digest.lines()).hasSize(1);
                Plan.Line line = digest.lines().getFirst();
                assertThat(said.add(line.key(digest.recipient().id()))).isTrue();
                assertThat(line.daysLeft()).isEqualTo((int) (DUE.toEpochDay() - day.toEpochDay()));
                if (digest.recipient().equals(DIRECTOR)) {
                    assertThat(-line.daysLeft()).isGreaterThanOrEqualTo(policy.escalateAfter());
                }
            }
            plan.suppressed().forEach(s -> assertThat(said.add(s.key())).isTrue());
            last = day;
            day = day.plusDays(1 + random.nextInt(4));
        }
        assertThat(said).isNotEmpty();
    }

    private static Policy randomPolicy(Random random) {
        TreeSet<Integer> leads = new TreeSet<>(Set.of(0));
        random.ints(3, 1, 30).forEach(leads::add);
        Set<DayOfWeek> off = new HashSet<>();
        random.ints(3, 1, 8).forEach(day -> off.add(DayOfWeek.of(day)));
        return new Policy(
                Policy.DEFAULT,
                leads,
                leads,
                1 + random.nextInt(5),
                DayOfWeek.of(1 + random.nextInt(7)),
                1 + random.nextInt(20),
                LocalTime.of(8, 0),
                LocalTime.of(13, 0),
                12,
                Contest2565.BANGKOK,
                off,
                List.of("thai-public"),
                null,
                null);
    }

    private static Situation of(List<Deadline> deadlines, Recipient... people) {
        return Contest2565.situation(deadlines, List.of(people));
    }

    @Test
    void aMoveIsALineOfTheNextDigestOnceAndOfNoOtherMail() {
        // Moved on Monday the 7th from the 10th to the 15th.
        Deadline moved =
                Samples.moved(legal(), LocalDate.of(2022, 3, 10), LocalDate.of(2022, 3, 7));
        LocalDate day = LocalDate.of(2022, 3, 8);

        Plan first = plan(day, of(List.of(moved), HEAD));

        Plan.Digest digest = first.digests().getFirst();
        assertThat(Entry.of(digest.lines())).hasSize(1);
        Entry entry = Entry.of(digest.lines()).getFirst();
        assertThat(entry.movedFrom()).isEqualTo(LocalDate.of(2022, 3, 10));
        assertThat(entry.first().leadDays()).isEqualTo(7);
        Set<ReminderKey> said = new HashSet<>();
        digest.lines().forEach(line -> said.add(line.key("head")));
        Plan next =
                plan(
                        LocalDate.of(2022, 3, 11),
                        Contest2565.situation(List.of(moved), List.of(HEAD), said, day));
        assertThat(Entry.of(next.digests().getFirst().lines()).getFirst().movedFrom()).isNull();
    }

    @Test
    void newsAloneIsNoMail() {
        Deadline moved =
                Samples.moved(legal(), LocalDate.of(2022, 3, 10), LocalDate.of(2022, 3, 8));
        Deadline settled = Samples.settled(legal(), "somebody", LocalDate.of(2022, 3, 8));
        LocalDate day = LocalDate.of(2022, 3, 9);

        assertThat(plan(day, of(List.of(moved), HEAD)).digests()).isEmpty();
        assertThat(plan(day, of(List.of(settled), HEAD)).digests()).isEmpty();
    }

    @Test
    void theOthersWhoOweItJointlyReadThatItIsSettled() {
        Recipient plan = Samples.person("plan", Role.HEAD, "PLAN");
        Deadline joint =
                Samples.settled(
                        Samples.deadline("j", DUE, DeadlineStatus.PLANNED, "LEGAL", "PLAN"),
                        "recipient:head",
                        LocalDate.of(2022, 3, 14));
        Deadline due = Samples.deadline("d", DUE, DeadlineStatus.PLANNED, "LEGAL", "PLAN");

        Plan day = plan(DUE, of(List.of(joint, due), HEAD, plan));

        assertThat(day.digests())
                .extracting(
                        d -> d.recipient().id(),
                        d -> d.lines().stream().map(Plan.Line::occasion).toList())
                .containsExactly(
                        tuple("head", List.of(Occasion.DUE)),
                        tuple("plan", List.of(Occasion.SETTLED, Occasion.DUE)));
    }

    @Test
    void whatHasNoDateRidesAlongOnMondaysAndIsAMailOnceAMonth() {
        Deadline undated = Samples.deadline("u", null, DeadlineStatus.PLANNED, "LEGAL");
        LocalDate monday = LocalDate.of(2022, 3, 14);

        assertThat(plan(monday, of(List.of(undated), HEAD)).digests()).isEmpty();
        assertThat(plan(monday, of(List.of(undated, legal()), HEAD)).digests().getFirst().lines())
                .extracting(Plan.Line::occasion)
                .containsExactlyInAnyOrder(Occasion.UNDATED, Occasion.DUE);
        assertThat(plan(LocalDate.of(2022, 3, 11), of(List.of(undated, legal()), HEAD)).digests())
                .flatExtracting(Plan.Digest::lines)
                .extracting(Plan.Line::occasion)
                .containsExactly(Occasion.DUE);
        assertThat(plan(LocalDate.of(2022, 3, 1), of(List.of(undated), HEAD)).digests()).hasSize(1);
    }

    @Test
    void aTaskThatNamesNobodyIsTheDirectorsAndAGap() {
        Deadline nobodys = Samples.deadline("n", null, DeadlineStatus.PLANNED);

        Plan plan = plan(LocalDate.of(2022, 3, 1), of(List.of(nobodys), HEAD, DIRECTOR));

        assertThat(plan.digests()).extracting(d -> d.recipient().id()).containsExactly("director");
        assertThat(plan.gaps()).containsExactly(new Plan.Gap("SLK", null, null, "n", true));
    }

    @Test
    void ofASeriesTheLatestOpenOccurrenceStandsForThoseBefore() {
        List<Deadline> series =
                Samples.series(
                        "s",
                        LocalDate.of(2021, 12, 20),
                        LocalDate.of(2021, 11, 30),
                        LocalDate.of(2022, 1, 31),
                        LocalDate.of(2022, 2, 28),
                        LocalDate.of(2022, 3, 31));

        Plan monday = plan(LocalDate.of(2022, 3, 7), of(series, HEAD));

        assertThat(monday.digests().getFirst().lines())
                .extracting(l -> l.deadline().due(), Plan.Line::before)
                .containsExactly(tuple(LocalDate.of(2022, 2, 28), 1));
        assertThat(monday.suppressed())
                .extracting(s -> s.key().due(), Plan.Suppressed::reason)
                .containsExactly(tuple(LocalDate.of(2022, 1, 31), Unsaid.MERGED));
        assertThat(plan(LocalDate.of(2022, 3, 24), of(series, HEAD)).digests().getFirst().lines())
                .extracting(l -> l.deadline().due(), Plan.Line::leadDays, Plan.Line::before)
                .containsExactly(tuple(LocalDate.of(2022, 3, 31), 7, 2));
    }

    @Test
    void theRowsOfOneMilestoneAreOneLineForWhoHoldsSeveralPosts() {
        Recipient acting =
                Samples.holding(
                        "acting",
                        new Post("SLK", Set.of("LEGAL"), Role.HEAD),
                        new Post("SLK", Set.of("SUPPLY"), Role.HEAD));
        List<Deadline> rows =
                List.of(
                        Samples.row("c:SLK:7.3.1:1", DUE, "LEGAL"),
                        Samples.row("c:SLK:7.3.1:1", DUE, "PLAN"),
                        Samples.row("c:SLK:7.3.1:1", DUE, "SUPPLY"));

        Plan plan = plan(DUE, of(rows, acting, HEAD));

        assertThat(plan.digests())
                .extracting(
                        d -> d.recipient().id(),
                        d -> Entry.of(d.lines()).size(),
                        d -> Entry.of(d.lines()).getFirst().sections())
                .containsExactly(
                        tuple("acting", 1, List.of("LEGAL", "SUPPLY")),
                        tuple("head", 1, List.of("LEGAL")));
        assertThat(plan.gaps()).extracting(Plan.Gap::section).containsExactly("PLAN");
    }

    @Test
    void whatBecameKnownTodayAndIsDueBeforeTheNextPassIsTold() {
        Policy sparse = scoped("of-unit", null, "SLK");
        Policies rules =
                policies(
                        Contest2565.DEFAULT_POLICY,
                        new Policy(
                                sparse.code(),
                                new TreeSet<>(Set.of(14)),
                                sparse.seriesLeadDays(),
                                1,
                                DayOfWeek.MONDAY,
                                7,
                                sparse.at(),
                                sparse.again(),
                                12,
                                sparse.timeZone(),
                                sparse.daysOff(),
                                List.of(),
                                null,
                                "SLK"));
        // Due on Sunday, and the next pass is on Monday.
        LocalDate friday = LocalDate.of(2022, 3, 11);
        Deadline fresh =
                knownSince(due(friday.plusDays(2), DeadlineStatus.PLANNED, "LEGAL"), friday);

        assertThat(
                        plan(
                                        friday,
                                        new Situation(
                                                List.of(fresh),
                                                List.of(HEAD),
                                                rules,
                                                Map.of(),
                                                Set.of(),
                                                Contest2565.BANGKOK,
                                                friday,
                                                false))
                                .digests()
                                .getFirst()
                                .lines())
                .extracting(Plan.Line::leadDays, Plan.Line::daysLeft)
                .containsExactly(tuple(2, 2));
    }

    @Test
    void theSubjectCountsAllThatIsOverdue() {
        Deadline late = due(DUE.minusDays(4), DeadlineStatus.PLANNED, "LEGAL");
        Deadline later = Samples.deadline("l", DUE, DeadlineStatus.PLANNED, "LEGAL");

        Plan.Digest digest = plan(DUE, of(List.of(late, later), HEAD)).digests().getFirst();

        assertThat(digest.lines()).extracting(l -> l.deadline().id()).containsExactly("l");
        assertThat(digest.overdue()).isEqualTo(1);
    }

    @Test
    void saysWhichHolidayCalendarEndsBeforeSomethingIsDue() {
        Policies rules =
                new Policies(
                        List.of(Contest2565.DEFAULT_POLICY, scoped("of-unit", null, "SLK")),
                        Map.of("thai-public", Set.of()),
                        Map.of("thai-public", DUE.minusDays(1)));

        Plan plan =
                plan(
                        DUE.minusDays(7),
                        new Situation(
                                List.of(legal()),
                                List.of(HEAD),
                                rules,
                                Map.of(),
                                Set.of(),
                                Contest2565.BANGKOK,
                                null,
                                false));

        assertThat(plan.beyond())
                .containsExactly(new Plan.Beyond("thai-public", DUE.minusDays(1), 1));
    }
}
