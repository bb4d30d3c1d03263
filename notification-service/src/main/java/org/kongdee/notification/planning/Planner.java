package org.kongdee.notification.planning;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.planning.Plan.Beyond;
import org.kongdee.notification.planning.Plan.Digest;
import org.kongdee.notification.planning.Plan.Gap;
import org.kongdee.notification.planning.Plan.Line;
import org.kongdee.notification.planning.Plan.Skipped;
import org.kongdee.notification.planning.Plan.Suppressed;

/**
 * Plans the reminders of one day. The same situation and date always give the same plan, and what
 * is in {@link Situation#said()} is never planned again.
 *
 * <p>Some lines are worth a mail: what is due or overdue, and once a month what has no date. Others
 * ride along in a mail that goes anyway, or wait for the next: that something moved, or was settled
 * by somebody else, and on the weekly day what has no date.
 */
public final class Planner {

    /** After downtime a pass looks back this far; what is older has lost its use. */
    public static final int REACH_BACK_DAYS = 7;

    /** News that nobody could be told for so long are none any more. */
    private static final int NEWS_DAYS = 31;

    private final LocalDate date;
    private final Situation situation;
    private final Audience audience;
    private final LocalDate from;
    private final Map<Silence.Key, Set<Integer>> missed;

    /** Who missed something of a series or deadline, by its id. */
    private final Map<String, Set<String>> whoMissed;

    private final Map<Recipient, List<Line>> lines = new LinkedHashMap<>();
    private final Map<Recipient, List<Deadline>> overdue = new HashMap<>();
    private final List<Suppressed> suppressed = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final Map<String, Integer> beyond = new TreeMap<>();

    private Planner(LocalDate date, Situation situation) {
        this.date = date;
        this.situation = situation;
        this.audience = new Audience(situation.recipients(), situation.silences(), date);
        this.from = firstDay(date, situation.lastPass());
        this.missed =
                situation.paused().stream()
                        .filter(key -> key.occasion() == Occasion.DUE)
                        .collect(
                                groupingBy(
                                        key ->
                                                new Silence.Key(
                                                        key.recipient(),
                                                        key.deadline(),
                                                        key.about()),
                                        mapping(ReminderKey::leadDays, toSet())));
        this.whoMissed =
                missed.keySet().stream()
                        .collect(
                                groupingBy(
                                        Silence.Key::deadline,
                                        mapping(Silence.Key::recipient, toSet())));
    }

    public static Plan plan(LocalDate date, Situation situation) {
        Planner planner = new Planner(date, situation);
        Map<String, List<Deadline>> series = new LinkedHashMap<>();
        for (Deadline deadline : situation.deadlines()) {
            if (deadline.recurring()) {
                series.computeIfAbsent(deadline.id(), of -> new ArrayList<>()).add(deadline);
            } else {
                planner.consider(deadline);
            }
        }
        series.values().forEach(planner::considerSeries);
        situation.deadlines().forEach(planner::noteBeyondHolidays);
        return planner.result();
    }

    /** The last completed pass is looked at again: what became known after it is still of use. */
    private static LocalDate firstDay(LocalDate date, @Nullable LocalDate lastPass) {
        LocalDate earliest = date.minusDays(REACH_BACK_DAYS);
        if (lastPass == null || lastPass.isAfter(date)) {
            return date;
        }
        return lastPass.isBefore(earliest) ? earliest : lastPass;
    }

    private void consider(Deadline deadline) {
        Rules rules = rulesToday(deadline);
        if (rules == null) {
            return;
        }
        if (deadline.due() == null) {
            recall(deadline, rules);
        } else {
            NavigableMap<Integer, LocalDate> ripe = ripe(deadline, rules);
            remind(deadline, rules, ripe, 0);
            announceMove(deadline);
        }
        announceSettlement(deadline);
    }

    /**
     * Of a series the latest open occurrence that is to be mentioned stands for those before it.
     */
    private void considerSeries(List<Deadline> occurrences) {
        Rules rules = rulesToday(occurrences.getFirst());
        if (rules == null) {
            return;
        }
        List<Deadline> ordered =
                occurrences.stream()
                        .filter(occurrence -> !occurrence.isHistory(date))
                        .sorted(Comparator.comparing(Deadline::day))
                        .toList();
        Map<Deadline, NavigableMap<Integer, LocalDate>> ripe = new LinkedHashMap<>();
        ordered.forEach(occurrence -> ripe.put(occurrence, ripe(occurrence, rules)));
        LocalDate latest =
                ripe.entrySet().stream()
                        .filter(entry -> entry.getKey().isOpen() && !entry.getValue().isEmpty())
                        .map(entry -> entry.getKey().day())
                        .max(Comparator.naturalOrder())
                        .orElse(LocalDate.MIN);
        int open = 0;
        for (Map.Entry<Deadline, NavigableMap<Integer, LocalDate>> entry : ripe.entrySet()) {
            Deadline occurrence = entry.getKey();
            if (occurrence.isOpen() && occurrence.day().isBefore(latest)) {
                mergeIntoLater(occurrence, rules, entry.getValue());
                open++;
            } else {
                remind(occurrence, rules, entry.getValue(), open);
            }
            announceSettlement(occurrence);
        }
        mergeMissed(occurrences.getFirst().id());
    }

    private void mergeIntoLater(
            Deadline occurrence, Rules rules, NavigableMap<Integer, LocalDate> ripe) {
        Audience.For who = audience.of(occurrence);
        noteOverdue(occurrence, who);
        for (Recipient listener : listeners(occurrence, who, rules, ripe).keySet()) {
            missed(listener, occurrence)
                    .forEach(lead -> suppress(listener, occurrence, lead, Unsaid.MERGED));
            for (int lead : ripe.keySet()) {
                suppressUnlessSaid(
                        ReminderKey.due(listener.id(), occurrence.id(), lead, occurrence.day()),
                        occurrence,
                        Unsaid.MERGED);
            }
        }
    }

    /** Null if nothing is said today of what goes by its policy. */
    private @Nullable Rules rulesToday(Deadline deadline) {
        Rules rules = situation.policies().rulesFor(deadline.cycle(), deadline.unit());
        return rules.policy().timeZone().equals(situation.timeZone())
                        && rules.calendar().isWorkingDay(date)
                ? rules
                : null;
    }

    private NavigableMap<Integer, LocalDate> ripe(Deadline deadline, Rules rules) {
        NavigableMap<Integer, LocalDate> ripe = rules.reminders(deadline, firstDay(rules), date);
        ripe.values().removeIf(day -> isMissed(day, deadline));
        if (ripe.isEmpty() && isLastChance(deadline, rules)) {
            ripe.put(-daysLate(deadline), date);
        }
        return ripe;
    }

    /** What became known today, and is due before the next pass, is told without a lead day. */
    private boolean isLastChance(Deadline deadline, Rules rules) {
        return deadline.knownSince().equals(date)
                && !deadline.day().isBefore(date)
                && deadline.day().isBefore(rules.nextPass(date));
    }

    /** A pass on a day off planned nothing: the working day before it is looked at again too. */
    private LocalDate firstDay(Rules rules) {
        LocalDate first = rules.calendar().onOrBefore(from);
        LocalDate earliest = date.minusDays(REACH_BACK_DAYS);
        return first.isBefore(earliest) ? earliest : first;
    }

    /** A lead day that passed before the deadline was known is not made up for. */
    private boolean isMissed(LocalDate day, Deadline deadline) {
        return day.isBefore(date) && day.isBefore(deadline.knownSince());
    }

    private void remind(
            Deadline deadline, Rules rules, NavigableMap<Integer, LocalDate> ripe, int before) {
        if (!deadline.isOpen()) {
            if (!ripe.isEmpty()) {
                skipped.add(new Skipped(deadline.id(), deadline.due(), deadline.status()));
            }
            return;
        }
        Audience.For who = audience.of(deadline);
        noteOverdue(deadline, who);
        listeners(deadline, who, rules, ripe)
                .forEach((listener, leads) -> remind(listener, deadline, rules, leads, before));
    }

    /**
     * Who is told of which of these lead days: its owners of all; directors of what is long overdue
     * on the weekly day, and of all where nobody else can be told.
     */
    private Map<Recipient, NavigableMap<Integer, LocalDate>> listeners(
            Deadline deadline,
            Audience.For who,
            Rules rules,
            NavigableMap<Integer, LocalDate> ripe) {
        Map<Recipient, NavigableMap<Integer, LocalDate>> listeners = new LinkedHashMap<>();
        who.owners().forEach(owner -> listeners.put(owner, ripe));
        if (who.told().isEmpty()) {
            who.directors().forEach(director -> listeners.put(director, ripe));
        } else {
            NavigableMap<Integer, LocalDate> weekly = new TreeMap<>(ripe);
            weekly.keySet()
                    .removeIf(
                            lead ->
                                    !rules.isWeekly(lead)
                                            || -lead < rules.policy().escalateAfter());
            who.directors().forEach(director -> listeners.putIfAbsent(director, weekly));
        }
        if (!ripe.isEmpty()) {
            gaps.addAll(audience.gaps(deadline, who));
        }
        return listeners;
    }

    private void remind(
            Recipient recipient,
            Deadline deadline,
            Rules rules,
            NavigableMap<Integer, LocalDate> ripe,
            int before) {
        NavigableMap<Integer, LocalDate> mine = new TreeMap<>(ripe);
        Silence silence = silence(recipient, deadline, rules);
        LocalDate wake = silence == null ? null : silence.snoozedUntil();
        if (wake != null && !wake.isBefore(from) && !wake.isAfter(date)) {
            mine.put(Math.toIntExact(ChronoUnit.DAYS.between(wake, deadline.day())), wake);
        }
        mine.keySet().removeIf(lead -> isSaid(recipient, Line.due(deadline, lead, date, 0)));
        missed(recipient, deadline).forEach(lead -> mine.put(lead, date));
        if (mine.isEmpty()) {
            return;
        }
        Unsaid why = Unsaid.why(recipient, deadline, Occasion.DUE, silence, date);
        if (why != null) {
            mine.keySet().forEach(lead -> suppress(recipient, deadline, lead, why));
            return;
        }
        int lead = mine.firstKey();
        mine.tailMap(lead, false)
                .keySet()
                .forEach(larger -> suppress(recipient, deadline, larger, Unsaid.MERGED));
        say(recipient, Line.due(deadline, lead, date, before));
    }

    /** The lead days that fell into a pause which has ended: they are made up for together. */
    private Set<Integer> missed(Recipient recipient, Deadline deadline) {
        return recipient.isPausedOn(date)
                ? Set.of()
                : missed.getOrDefault(Silence.Key.of(recipient, deadline), Set.of());
    }

    /** Of a series nobody reads a line for each occurrence that fell into their pause. */
    private void mergeMissed(String series) {
        Set<String> who = whoMissed.getOrDefault(series, Set.of());
        if (!who.isEmpty()) {
            lines.replaceAll(
                    (recipient, of) ->
                            who.contains(recipient.id())
                                    ? mergedMissed(recipient, of, series)
                                    : of);
        }
    }

    private List<Line> mergedMissed(Recipient recipient, List<Line> all, String series) {
        List<Line> of =
                all.stream()
                        .filter(line -> line.deadline().id().equals(series))
                        .filter(line -> line.occasion() == Occasion.DUE)
                        .sorted(Comparator.comparing(line -> line.deadline().day()))
                        .toList();
        if (of.size() < 2) {
            return all;
        }
        Line latest = of.getLast();
        List<Line> earlier = of.subList(0, of.size() - 1);
        earlier.forEach(
                line -> suppress(recipient, line.deadline(), line.leadDays(), Unsaid.MERGED));
        List<Line> merged = new ArrayList<>(all);
        merged.removeAll(of);
        merged.add(
                Line.due(
                        latest.deadline(),
                        latest.leadDays(),
                        date,
                        Math.max(latest.before(), earlier.size())));
        return merged;
    }

    /** What has no date rides along on the weekly day, and once a month is worth a mail. */
    private void recall(Deadline deadline, Rules rules) {
        LocalDate first = firstDay(rules);
        NavigableSet<LocalDate> ripe = new TreeSet<>(rules.weeklyDays(first, date));
        ripe.addAll(rules.monthDays(first, date));
        ripe.removeIf(day -> isMissed(rules.calendar().onOrAfter(day), deadline));
        if (ripe.isEmpty()) {
            return;
        }
        if (!deadline.isOpen()) {
            skipped.add(new Skipped(deadline.id(), null, deadline.status()));
            return;
        }
        Audience.For who = audience.of(deadline);
        gaps.addAll(audience.gaps(deadline, who));
        for (Recipient listener : who.told().isEmpty() ? who.directors() : who.told()) {
            NavigableSet<LocalDate> mine = new TreeSet<>(ripe);
            mine.removeIf(day -> isSaid(listener, recalled(deadline, day)));
            if (!mine.isEmpty() && !isSnoozed(listener, deadline, rules)) {
                mine.forEach(day -> say(listener, recalled(deadline, day)));
            }
        }
    }

    private Line recalled(Deadline deadline, LocalDate about) {
        return Line.other(deadline, Occasion.UNDATED, date, about);
    }

    private void announceMove(Deadline deadline) {
        Move move = deadline.move();
        if (move != null && deadline.isOpen() && !deadline.day().isBefore(date)) {
            audience.of(deadline)
                    .told()
                    .forEach(owner -> announce(owner, deadline, Occasion.MOVED, move.on()));
        }
    }

    /** To the others who owed it jointly. */
    private void announceSettlement(Deadline deadline) {
        Settlement settlement = deadline.settlement();
        if (settlement != null && deadline.isJoint() && deadline.status() == DeadlineStatus.DONE) {
            audience.of(deadline).told().stream()
                    .filter(owner -> !settlement.isBy(owner))
                    .forEach(owner -> announce(owner, deadline, Occasion.SETTLED, settlement.on()));
        }
    }

    private void announce(
            Recipient recipient, Deadline deadline, Occasion occasion, LocalDate happened) {
        boolean isNews =
                !happened.isAfter(date)
                        && happened.isAfter(date.minusDays(NEWS_DAYS))
                        && !situation.newsTold();
        Line line = Line.other(deadline, occasion, date, happened);
        if (isNews && !isSaid(recipient, line)) {
            say(recipient, line);
        }
    }

    private void say(Recipient recipient, Line line) {
        lines.computeIfAbsent(recipient, of -> new ArrayList<>()).add(line);
    }

    private boolean isSaid(Recipient recipient, Line line) {
        return situation.said().contains(line.key(recipient.id()));
    }

    private boolean isSnoozed(Recipient recipient, Deadline deadline, Rules rules) {
        Silence silence = silence(recipient, deadline, rules);
        return silence != null && silence.isSnoozedOn(date);
    }

    private @Nullable Silence silence(Recipient recipient, Deadline deadline, Rules rules) {
        Silence silence = audience.silence(recipient, deadline);
        return silence == null ? null : silence.within(rules.calendar());
    }

    private void suppress(Recipient recipient, Deadline deadline, int lead, Unsaid reason) {
        suppressed.add(
                new Suppressed(
                        ReminderKey.due(recipient.id(), deadline.id(), lead, deadline.day()),
                        deadline.unit(),
                        reason));
    }

    private void suppressUnlessSaid(ReminderKey key, Deadline deadline, Unsaid reason) {
        if (!situation.said().contains(key)) {
            suppressed.add(new Suppressed(key, deadline.unit(), reason));
        }
    }

    /** For the subject, which counts all that is overdue. */
    private void noteOverdue(Deadline deadline, Audience.For who) {
        if (deadline.isOverdueOn(date)) {
            Set<Recipient> concerned = new LinkedHashSet<>(who.told());
            concerned.addAll(who.directors());
            concerned.forEach(
                    one -> overdue.computeIfAbsent(one, of -> new ArrayList<>()).add(deadline));
        }
    }

    private void noteBeyondHolidays(Deadline deadline) {
        LocalDate due = deadline.due();
        if (due == null || !deadline.isOpen() || due.isBefore(date)) {
            return;
        }
        Policies policies = situation.policies();
        for (String calendar :
                policies.rulesFor(deadline.cycle(), deadline.unit()).policy().holidays()) {
            LocalDate until = policies.completeUntil(calendar);
            if (until != null && due.isAfter(until)) {
                beyond.merge(calendar, 1, Integer::sum);
            }
        }
    }

    private List<Beyond> beyond() {
        return beyond.entrySet().stream()
                .map(
                        entry ->
                                new Beyond(
                                        entry.getKey(),
                                        Objects.requireNonNull(
                                                situation.policies().completeUntil(entry.getKey())),
                                        entry.getValue()))
                .toList();
    }

    private int daysLate(Deadline deadline) {
        return Math.toIntExact(ChronoUnit.DAYS.between(deadline.day(), date));
    }

    private Plan result() {
        List<Digest> digests = new ArrayList<>();
        lines.forEach(
                (recipient, of) -> {
                    if (of.stream().anyMatch(Line::isWorthAMail)) {
                        digests.add(digest(recipient, of));
                    }
                });
        digests.sort(Comparator.comparing(digest -> digest.recipient().id()));
        return new Plan(
                date,
                List.copyOf(digests),
                List.copyOf(suppressed),
                List.copyOf(skipped),
                List.copyOf(gaps),
                beyond());
    }

    private Digest digest(Recipient recipient, List<Line> of) {
        List<Policy> policies =
                of.stream()
                        .map(Line::deadline)
                        .map(d -> situation.policies().rulesFor(d.cycle(), d.unit()).policy())
                        .distinct()
                        .toList();
        LocalTime own = recipient.at();
        return new Digest(
                recipient,
                own == null ? earliest(policies, Policy::at) : own,
                earliest(policies, Policy::again),
                policies.stream().mapToInt(Policy::maxLines).max().orElseThrow(),
                Entry.count(overdue.getOrDefault(recipient, List.of())),
                List.copyOf(of));
    }

    private static LocalTime earliest(
            Collection<Policy> policies, Function<Policy, LocalTime> hour) {
        return policies.stream().map(hour).min(Comparator.naturalOrder()).orElseThrow();
    }
}
