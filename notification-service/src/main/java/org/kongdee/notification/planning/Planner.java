package org.kongdee.notification.planning;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.planning.Plan.Digest;
import org.kongdee.notification.planning.Plan.Gap;
import org.kongdee.notification.planning.Plan.Line;
import org.kongdee.notification.planning.Plan.Skipped;
import org.kongdee.notification.planning.Plan.Suppressed;

/**
 * Plans the reminders of one day. The same situation and date always give the same plan, and what
 * is in {@link Situation#said()} is never planned again.
 */
public final class Planner {

    /** After downtime a pass looks back this far; what is older has lost its use. */
    public static final int REACH_BACK_DAYS = 7;

    private final LocalDate date;
    private final Situation situation;
    private final Audience audience;
    private final LocalDate from;
    private final Map<Recipient, List<Line>> lines = new LinkedHashMap<>();
    private final List<Suppressed> suppressed = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();

    private Planner(LocalDate date, Situation situation) {
        this.date = date;
        this.situation = situation;
        this.audience = new Audience(situation.recipients(), situation.silences(), date);
        this.from = firstDay(date, situation.lastPass());
    }

    public static Plan plan(LocalDate date, Situation situation) {
        Planner planner = new Planner(date, situation);
        situation.deadlines().forEach(planner::consider);
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
        Rules rules = situation.policies().rulesFor(deadline.cycle(), deadline.unit());
        if (!rules.policy().timeZone().equals(situation.timeZone())
                || !rules.calendar().isWorkingDay(date)
                || deadline.isHistory(date)) {
            return;
        }
        NavigableMap<Integer, LocalDate> ripe =
                rules.reminders(deadline.due(), deadline.chasedUntil(), firstDay(rules), date);
        ripe.values().removeIf(day -> isMissed(day, deadline));
        if (!deadline.status().isOpen()) {
            if (!ripe.isEmpty()) {
                skipped.add(new Skipped(deadline.id(), deadline.due(), deadline.status()));
            }
            return;
        }
        tell(deadline, rules, ripe);
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

    private void tell(Deadline deadline, Rules rules, NavigableMap<Integer, LocalDate> ripe) {
        Audience.For who = audience.of(deadline);
        Set<Recipient> listeners = new LinkedHashSet<>(who.owners());
        if (who.told().isEmpty() || daysLate(deadline) >= rules.policy().escalateAfter()) {
            listeners.addAll(who.directors());
        }
        for (Recipient listener : listeners) {
            remind(listener, deadline, rules, ripe);
        }
        if (!ripe.isEmpty()) {
            gaps.addAll(who.gaps(deadline));
        }
    }

    private void remind(
            Recipient recipient,
            Deadline deadline,
            Rules rules,
            NavigableMap<Integer, LocalDate> ripe) {
        NavigableMap<Integer, LocalDate> mine = new TreeMap<>(ripe);
        Silence silence = silence(recipient, deadline, rules);
        LocalDate wake = silence == null ? null : silence.snoozedUntil();
        if (wake != null && !wake.isBefore(from) && !wake.isAfter(date)) {
            mine.put(Math.toIntExact(ChronoUnit.DAYS.between(wake, deadline.due())), wake);
        }
        mine.keySet().removeIf(lead -> situation.said().contains(key(recipient, deadline, lead)));
        if (mine.isEmpty()) {
            return;
        }
        Unsaid why = Unsaid.why(recipient, deadline, silence, date);
        if (why != null) {
            mine.keySet().forEach(lead -> suppress(recipient, deadline, lead, why));
            return;
        }
        int lead = mine.firstKey();
        mine.tailMap(lead, false)
                .keySet()
                .forEach(larger -> suppress(recipient, deadline, larger, Unsaid.MERGED));
        lines.computeIfAbsent(recipient, r -> new ArrayList<>())
                .add(new Line(deadline, lead, -daysLate(deadline)));
    }

    private @Nullable Silence silence(Recipient recipient, Deadline deadline, Rules rules) {
        Silence silence = audience.silence(recipient, deadline);
        return silence == null ? null : silence.within(rules.calendar());
    }

    private void suppress(Recipient recipient, Deadline deadline, int lead, Unsaid reason) {
        suppressed.add(new Suppressed(key(recipient, deadline, lead), deadline.unit(), reason));
    }

    private int daysLate(Deadline deadline) {
        return Math.toIntExact(ChronoUnit.DAYS.between(deadline.due(), date));
    }

    private static ReminderKey key(Recipient recipient, Deadline deadline, int lead) {
        return new ReminderKey(recipient.id(), deadline.id(), lead, deadline.due());
    }

    private Plan result() {
        List<Digest> digests = new ArrayList<>();
        lines.forEach((recipient, of) -> digests.add(digest(recipient, of)));
        digests.sort(Comparator.comparing(digest -> digest.recipient().id()));
        return new Plan(
                date,
                List.copyOf(digests),
                List.copyOf(suppressed),
                List.copyOf(skipped),
                List.copyOf(gaps));
    }

    private Digest digest(Recipient recipient, List<Line> unordered) {
        LocalTime at = recipient.at();
        return new Digest(
                recipient,
                at == null ? earliestHour(unordered) : at,
                unordered.stream().sorted(Line.READING_ORDER).toList());
    }

    private LocalTime earliestHour(List<Line> of) {
        return of.stream()
                .map(Line::deadline)
                .map(d -> situation.policies().rulesFor(d.cycle(), d.unit()).policy().at())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }
}
