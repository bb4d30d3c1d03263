package org.kongdee.notification.holiday;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * The events of one UID: series, and what is said of single occurrences of them by RECURRENCE-ID. A
 * later word on one occurrence weighs more than one on it and all following.
 *
 * @param masters the series, or what comes once; usually one
 * @param changes of occurrences, by day
 */
record Series(List<DayOff> masters, List<DayOff> changes) {

    static Series of(List<DayOff> sameUid) {
        return new Series(
                sameUid.stream().filter(off -> off.recurrenceId() == null).toList(),
                sameUid.stream()
                        .filter(off -> off.recurrenceId() != null)
                        .sorted(Comparator.comparing(Series::changed))
                        .toList());
    }

    private static LocalDate changed(DayOff change) {
        LocalDate of = change.recurrenceId();
        return of == null ? change.span().first() : of;
    }

    /**
     * All occurrences of an event, together.
     *
     * @param refusal is told of those that can't be worked out
     */
    List<Occurrence> occurrences(Expansion expansion, BiConsumer<DayOff, NoDayOff> refusal) {
        List<Occurrence> all = new ArrayList<>();
        List<DayOff> left = new ArrayList<>(changes);
        for (DayOff master : masters) {
            try {
                TreeMap<LocalDate, Occurrence> planned = expansion.occurrences(master);
                all.addAll(changed(planned, left));
            } catch (NoDayOff e) {
                refusal.accept(master, e);
            }
        }
        // Of series that the file does not have.
        left.stream().filter(off -> !off.isCancelled()).map(Occurrence::of).forEach(all::add);
        return all;
    }

    /** Takes from {@code left} what it uses. */
    private List<Occurrence> changed(TreeMap<LocalDate, Occurrence> planned, List<DayOff> left) {
        Map<LocalDate, Occurrence> now = new LinkedHashMap<>(planned);
        for (DayOff change : changes) {
            LocalDate from = changed(change);
            if (change.following() && planned.ceilingKey(from) != null) {
                planned.tailMap(from).forEach((day, one) -> put(now, day, moved(one, day, change)));
                left.remove(change);
            }
        }
        for (DayOff change : changes) {
            LocalDate of = changed(change);
            if (!change.following() && planned.containsKey(of)) {
                put(now, of, Occurrence.of(change));
                left.remove(change);
            }
        }
        return List.copyOf(now.values());
    }

    /** What comes on a day from now on; nothing if that is cancelled. */
    private static void put(Map<LocalDate, Occurrence> now, LocalDate day, Occurrence one) {
        if (one.source().isCancelled()) {
            now.remove(day);
        } else {
            now.put(day, one);
        }
    }

    /** An occurrence as a change of it and all following has it: as many days later or earlier. */
    private static Occurrence moved(Occurrence one, LocalDate day, DayOff change) {
        long by = ChronoUnit.DAYS.between(changed(change), change.span().first());
        return new Occurrence(
                day.plusDays(by), change.span().days(), change.source(), one.endless());
    }
}
