package org.kongdee.notification.deadline;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.kongdee.notification.planning.Deadline;
import org.kongdee.web.entity.KeptRepository;
import org.kongdee.web.entity.Lists;

/** The table {@code deadline}, as what is due when. */
@ApplicationScoped
public class DeadlineRepository implements KeptRepository<Obligation, String> {

    private static final String THEN = "(rrule is not null or due between ?1 and ?2)";

    private final CompletionRepository completions;

    DeadlineRepository(CompletionRepository completions) {
        this.completions = completions;
    }

    /** Every due date from {@code from} to {@code to}, in any status. */
    public List<Deadline> dueBetween(LocalDate from, LocalDate to) {
        return due(find(THEN, from, to), from, to);
    }

    /** The same for one unit. */
    public List<Deadline> dueBetween(String unit, LocalDate from, LocalDate to) {
        return due(find(THEN + " and unit = ?3", from, to, unit), from, to);
    }

    /** The same for one unit, and what names the recipient elsewhere. */
    public List<Deadline> concerning(String unit, String recipient, LocalDate from, LocalDate to) {
        return due(
                find(
                        THEN
                                + " and (unit = ?3 or array_position(recipients, ?4) > 0"
                                + " or array_position(mirrored.persons, ?4) > 0)",
                        from,
                        to,
                        unit,
                        recipient),
                from,
                to);
    }

    /** These obligations on these due dates, where they still are due then. */
    public List<Deadline> due(Collection<String> deadlines, LocalDate from, LocalDate to) {
        return due(find("id in ?1", deadlines), from, to);
    }

    private List<Deadline> due(PanacheQuery<Obligation> found, LocalDate from, LocalDate to) {
        Set<Completion.Key> done = completions.between(from, to);
        var due = new ArrayList<Deadline>();
        Lists.each(
                found,
                obligation ->
                        obligation
                                .dueDates(from, to)
                                .map(
                                        day ->
                                                obligation.on(
                                                        day,
                                                        done.contains(
                                                                new Completion.Key(
                                                                        obligation.id(), day))))
                                .toList(),
                due::addAll);
        return due;
    }
}
