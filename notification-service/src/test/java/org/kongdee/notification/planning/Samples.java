package org.kongdee.notification.planning;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.text.Language;
import org.kongdee.web.text.LocalizedText;

/** Deadlines and people as planning sees them, and the same with something changed. */
public final class Samples {

    static final LocalDate KNOWN = LocalDate.of(2021, 8, 1);
    static final LocalDate CHASED = LocalDate.of(2022, 7, 30);

    private Samples() {}

    public static Recipient person(String id, Role role, String... sections) {
        return holding(id, new Post("SLK", Set.of(sections), role));
    }

    public static Recipient holding(String id, Post... posts) {
        return new Recipient(
                id, id + "@slk.example", id, Language.TH, null, List.of(posts), null, null, 0);
    }

    static Recipient paused(Recipient r, @Nullable LocalDate until) {
        return new Recipient(
                r.id(),
                r.email(),
                r.name(),
                r.language(),
                r.subject(),
                r.posts(),
                r.at(),
                until,
                r.links());
    }

    static Deadline deadline(
            String id, @Nullable LocalDate due, DeadlineStatus status, String... sections) {
        return new Deadline(
                id,
                1,
                "SLK",
                "c",
                "1.1.1",
                null,
                due,
                false,
                Set.of(sections),
                Set.of(),
                status,
                new LocalizedText("Guideline", "แนวทาง"),
                List.of(),
                null,
                null,
                KNOWN,
                CHASED,
                Detail.NONE);
    }

    /** One row of what each section owes. */
    static Deadline row(String group, LocalDate due, String section) {
        Deadline d = deadline(group + ":" + section, due, DeadlineStatus.PLANNED, section);
        return new Deadline(
                d.id(),
                d.sequence(),
                d.unit(),
                d.cycle(),
                d.criterion(),
                d.round(),
                d.due(),
                false,
                d.sections(),
                d.persons(),
                d.status(),
                d.title(),
                d.missing(),
                null,
                null,
                d.knownSince(),
                d.chasedUntil(),
                new Detail(section, List.of(), null, null, null, null));
    }

    static Deadline naming(Deadline d, String... persons) {
        return of(d, Set.of(persons), d.status(), d.move(), d.settlement(), d.knownSince());
    }

    static Deadline knownSince(Deadline d, LocalDate day) {
        return of(d, d.persons(), d.status(), d.move(), d.settlement(), day);
    }

    static Deadline moved(Deadline d, LocalDate from, LocalDate on) {
        return of(d, d.persons(), d.status(), new Move(from, on), d.settlement(), on);
    }

    static Deadline settled(Deadline d, String by, LocalDate on) {
        return of(
                d,
                d.persons(),
                DeadlineStatus.DONE,
                d.move(),
                new Settlement(by, by, on, "done so"),
                d.knownSince());
    }

    private static Deadline of(
            Deadline d,
            Set<String> persons,
            DeadlineStatus status,
            @Nullable Move move,
            @Nullable Settlement settlement,
            LocalDate knownSince) {
        return new Deadline(
                d.id(),
                d.sequence(),
                d.unit(),
                d.cycle(),
                d.criterion(),
                d.round(),
                d.due(),
                d.recurring(),
                d.sections(),
                persons,
                status,
                d.title(),
                d.missing(),
                move,
                settlement,
                knownSince,
                d.chasedUntil(),
                d.detail());
    }

    /** The occurrences of a series. */
    static List<Deadline> series(String id, LocalDate knownSince, LocalDate... days) {
        return Arrays.stream(days)
                .map(
                        day ->
                                new Deadline(
                                        id,
                                        1,
                                        "SLK",
                                        null,
                                        null,
                                        null,
                                        day,
                                        true,
                                        Set.of("LEGAL"),
                                        Set.of(),
                                        DeadlineStatus.PLANNED,
                                        new LocalizedText("Report", "รายงาน"),
                                        List.of(),
                                        null,
                                        null,
                                        knownSince,
                                        day.plusYears(1),
                                        Detail.NONE))
                .toList();
    }

    public static Plan.Line line(Deadline deadline, LocalDate date) {
        return Plan.Line.due(deadline, 7, date, 0);
    }
}
