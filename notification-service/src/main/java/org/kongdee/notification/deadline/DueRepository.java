package org.kongdee.notification.deadline;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.planning.Deadline;
import org.kongdee.notification.planning.Deadline.Shown;
import org.kongdee.notification.planning.DeadlineStatus;
import org.kongdee.notification.planning.Detail;
import org.kongdee.notification.planning.Given;
import org.kongdee.notification.planning.Move;
import org.kongdee.notification.planning.SectionTitle;
import org.kongdee.web.sql.Row;
import org.kongdee.web.sql.Sql;
import org.kongdee.web.text.LocalizedText;

/**
 * Due dates as planning needs them, of a whole country at once: whose and when. What is only shown
 * is read of those that are said.
 */
@ApplicationScoped
public class DueRepository {

    /**
     * What recurs or has no due date may always matter; a task without one that is settled does so
     * only while that is news.
     */
    private static final String THEN =
            """
            select deadline, sequence, unit, cycle, criterion, round, section, due, start_on, rrule, title_en, title_th, sections,
                   persons, status, moved_from, moved_on, known_since, chased_until,
                   case when status = 'DONE' then settled end as settled
              from deadline
             where (due between :from and :to or due is null and (status = 'PLANNED' or changed_at > :news))
            """;

    private final Sql sql;
    private final WordRepository words;

    DueRepository(Sql sql, WordRepository words) {
        this.sql = sql;
        this.words = words;
    }

    /** All of that time, and what has no due date. */
    public List<Deadline> between(LocalDate from, LocalDate to) {
        return read(THEN, List.of(), List.of(), from, to);
    }

    /** The same for some units, and of others what names these recipients. */
    public List<Deadline> between(
            Collection<String> units, Collection<String> persons, LocalDate from, LocalDate to) {
        return read(
                THEN + " and (unit = any(:units) or persons && :persons)",
                units,
                persons,
                from,
                to);
    }

    /** What of that is open and was due before {@code date}. */
    public List<Deadline> overdue(
            Collection<String> units, Collection<String> persons, LocalDate from, LocalDate date) {
        return read(
                        THEN
                                + " and status = 'PLANNED' and (due is not null or rrule is not null)"
                                + " and (unit = any(:units) or persons && :persons)",
                        units,
                        persons,
                        from,
                        date.minusDays(1))
                .stream()
                .filter(deadline -> deadline.isOverdueOn(date))
                .toList();
    }

    /** What is shown of these, by their ids; of a task every due date has the same. */
    public Map<String, Shown> shown(Collection<String> deadlines) {
        Map<String, Shown> shown = new HashMap<>();
        sql.rows(
                        """
                        select deadline, section, coalesce(missing, '[]') as missing,
                               coalesce(section_titles, '[]') as section_titles, criterion_title, criterion_label, example,
                               given
                          from deadline where deadline = any(:deadlines)
                        """,
                        wanted -> wanted.texts("deadlines", deadlines),
                        row -> Map.entry(row.text("deadline"), shown(row)))
                .forEach(each -> shown.put(each.getKey(), each.getValue()));
        return shown;
    }

    private static Shown shown(Row row) throws SQLException {
        return new Shown(
                row.jsons("missing", LocalizedText.class),
                new Detail(
                        row.textOrNull("section"),
                        row.jsons("section_titles", SectionTitle.class),
                        row.jsonOrNull("criterion_title", LocalizedText.class),
                        row.textOrNull("criterion_label"),
                        row.jsonOrNull("example", LocalizedText.class),
                        row.jsonOrNull("given", Given.class)));
    }

    private List<Deadline> read(
            String query,
            Collection<String> units,
            Collection<String> persons,
            LocalDate from,
            LocalDate to) {
        Words said = words.between(from, to);
        List<Deadline> due = new ArrayList<>();
        sql.each(
                query,
                p -> {
                    p.date("from", from)
                            .date("to", to)
                            .instant("news", from.atStartOfDay(ZoneOffset.UTC).toInstant());
                    if (!query.equals(THEN)) {
                        p.texts("units", units).texts("persons", persons);
                    }
                },
                row -> deadlines(row, from, to, said).toList(),
                due::addAll);
        return due;
    }

    private static Stream<Deadline> deadlines(Row row, LocalDate from, LocalDate to, Words words)
            throws SQLException {
        String rrule = row.textOrNull("rrule");
        if (rrule != null) {
            List<Deadline> occurrences = new ArrayList<>();
            for (LocalDate day : Recurrence.of(row.date("start_on"), rrule).between(from, to)) {
                occurrences.add(
                        deadline(row, day, true, words.aboutOccurrence(row.text("deadline"), day)));
            }
            return occurrences.stream();
        }
        return Stream.of(
                deadline(
                        row,
                        row.dateOrNull("due"),
                        false,
                        words.aboutMilestone(row.text("deadline"))));
    }

    private static Deadline deadline(
            Row row, @Nullable LocalDate day, boolean recurring, @Nullable Word word)
            throws SQLException {
        DeadlineStatus kept = row.constant("status", DeadlineStatus.class);
        DeadlineStatus now = word == null ? kept : word.over(kept);
        Settled settled = now == kept ? row.jsonOrNull("settled", Settled.class) : settledBy(word);
        LocalDate movedFrom = row.dateOrNull("moved_from");
        LocalDate chasedUntil = row.dateOrNull("chased_until");
        return new Deadline(
                row.text("deadline"),
                row.number("sequence"),
                row.text("unit"),
                row.textOrNull("cycle"),
                row.textOrNull("criterion"),
                row.numberOrNull("round"),
                day,
                recurring,
                Set.copyOf(row.texts("sections")),
                Set.copyOf(row.texts("persons")),
                now,
                new LocalizedText(row.text("title_en"), row.text("title_th")),
                List.of(),
                movedFrom == null ? null : new Move(movedFrom, row.date("moved_on")),
                settled == null ? null : settled.settlement(),
                row.date("known_since"),
                chasedUntil != null
                        ? chasedUntil
                        : day == null ? Deadline.NEVER : day.plusDays(Obligation.CHASED_DAYS),
                detail(row.textOrNull("section")));
    }

    private static @Nullable Settled settledBy(@Nullable Word word) {
        return word == null ? null : word.settled();
    }

    private static Detail detail(@Nullable String section) {
        return section == null
                ? Detail.NONE
                : new Detail(section, List.of(), null, null, null, null);
    }
}
