package org.kongdee.notification.holiday;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.holiday.HolidayWarning.Code;
import org.kongdee.web.text.Message;

/** What is gathered from the events of a file. */
final class Harvest {

    private static final int MOST_DAYS = 10_000;

    private final IcsFile file;
    private final HolidayFilter filter;
    private final Revisions revisions;
    private final Expansion expansion = new Expansion();
    private final Map<IcsEvent, String> texts = new IdentityHashMap<>();
    private final Map<LocalDate, String> days = new TreeMap<>();
    private final Set<IcsEvent> taken = new HashSet<>();
    private final List<RefusedEvent> refused = new ArrayList<>();
    private @Nullable LocalDate until;
    private boolean bare = true;

    Harvest(IcsFile file, HolidayFilter filter) {
        this.file = file;
        this.filter = filter;
        this.revisions = Revisions.of(file.events());
        revisions.latest().forEach(event -> texts.put(event, HolidayFilter.text(event)));
    }

    void take() {
        for (List<DayOff> sameUid : byUid()) {
            List<Occurrence> all =
                    Series.of(sameUid)
                            .occurrences(expansion, (off, fault) -> refuse(off.source(), fault));
            Map<IcsEvent, List<Occurrence>> bySource = new LinkedHashMap<>();
            all.forEach(
                    one -> bySource.computeIfAbsent(one.source(), _ -> new ArrayList<>()).add(one));
            bySource.forEach(this::take);
        }
        refused.sort(RefusedEvent.BY_LINE);
    }

    private void take(IcsEvent source, List<Occurrence> occurrences) {
        bare = false;
        for (Occurrence one : occurrences) {
            if (!one.endless() && (until == null || until.isBefore(one.last()))) {
                until = one.last();
            }
        }
        if (!isChosen(source)) {
            return;
        }
        if (days.size() + occurrences.stream().mapToInt(Occurrence::length).sum() > MOST_DAYS) {
            refuse(
                    source,
                    new NoDayOff(
                            source.line(),
                            Message.of("with it the file has more than %d days", MOST_DAYS)));
            return;
        }
        taken.add(source);
        occurrences.forEach(one -> one.days().forEach(day -> days.putIfAbsent(day, source.name())));
    }

    /** The events that can be read, those of one UID together. */
    private Collection<List<DayOff>> byUid() {
        Map<Object, List<DayOff>> byUid = new LinkedHashMap<>();
        for (IcsEvent event : revisions.latest()) {
            try {
                DayOff off = DayOff.read(event, file.zone());
                String uid = event.uid();
                byUid.computeIfAbsent(uid == null ? event : uid, _ -> new ArrayList<>()).add(off);
            } catch (NoDayOff e) {
                refuse(event, e);
            }
        }
        return byUid.values();
    }

    /** What the filter leaves out is nobody's loss. */
    private void refuse(IcsEvent event, NoDayOff fault) {
        if (isChosen(event)) {
            refused.add(RefusedEvent.of(event, fault));
        }
    }

    private boolean isChosen(IcsEvent event) {
        return filter.takes(textOf(event));
    }

    private String textOf(IcsEvent event) {
        return texts.getOrDefault(event, "");
    }

    /** Whether there is nothing in the file that could be taken, by whatever filter. */
    boolean isBare() {
        return bare;
    }

    Map<LocalDate, String> days() {
        return days;
    }

    LocalDate until() {
        return until == null ? Expansion.HORIZON : until;
    }

    boolean isCut() {
        return expansion.isCut();
    }

    List<RefusedEvent> refused() {
        return refused;
    }

    List<HolidayWarning> warnings() {
        List<HolidayWarning> warnings = new ArrayList<>();
        if (taken.isEmpty() && !filter.isEmpty()) {
            warnings.add(
                    HolidayWarning.of(
                            Code.NOTHING_LEFT,
                            Message.of(
                                    "The filter leaves no event; the file has %d.",
                                    file.events().size())));
        }
        unmatched("include", filter.include(), warnings);
        unmatched("exclude", filter.exclude(), warnings);
        Mixture.of(taken).ifPresent(warnings::add);
        counted(
                warnings,
                Code.CANCELLED,
                revisions.cancelled(),
                Message.of("Cancelled events, which are no days off: %d.", revisions.cancelled()));
        counted(
                warnings,
                Code.REVISED,
                revisions.revised(),
                Message.of(
                        "Events of which the file has a later revision (SEQUENCE), left out: %d.",
                        revisions.revised()));
        counted(
                warnings,
                Code.DOUBLED,
                revisions.doubled(),
                Message.of(
                        "Events that share their UID with another, each taken by itself: %d.",
                        revisions.doubled()));
        int tentative =
                (int) taken.stream().filter(event -> event.says("STATUS", "TENTATIVE")).count();
        counted(
                warnings,
                Code.TENTATIVE,
                tentative,
                Message.of("Events that are TENTATIVE, and taken: %d.", tentative));
        counted(
                warnings,
                Code.IGNORED,
                file.others(),
                Message.of(
                        "Entries that are no events (VTODO, VJOURNAL and the like), left out: %d.",
                        file.others()));
        if (isCut()) {
            warnings.add(
                    HolidayWarning.of(
                            Code.ENDLESS,
                            Message.of(
                                    "Rules that have no end, or a later one, are followed up to %s.",
                                    Expansion.HORIZON)));
        }
        return warnings;
    }

    private void unmatched(String name, List<String> words, List<HolidayWarning> warnings) {
        for (String word : words) {
            if (texts.values().stream().noneMatch(text -> HolidayFilter.has(text, word))) {
                warnings.add(
                        HolidayWarning.of(
                                Code.UNMATCHED,
                                Message.of("%s=%s is a word of no event.", name, word)));
            }
        }
    }

    private static void counted(
            List<HolidayWarning> warnings, Code code, int count, Message detail) {
        if (count > 0) {
            warnings.add(HolidayWarning.of(code, detail));
        }
    }
}
