package org.kongdee.notification.deadline;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.kongdee.notification.planning.Deadline;
import org.kongdee.web.entity.KeptRepository;
import org.kongdee.web.entity.Lists;

/** The table {@code deadline}, with all that is shown of what is due. */
@ApplicationScoped
public class DeadlineRepository implements KeptRepository<Obligation, String> {

    private static final String THEN = "(due between ?1 and ?2 or due is null)";

    /** As the index answers it; HQL's own function compares text[] with varchar[]. */
    private static final String NAMED =
            "cast(sql('(? @> array[cast(? as text)])', persons, ?4) as Boolean) = true";

    private final WordRepository words;

    DeadlineRepository(WordRepository words) {
        this.words = words;
    }

    /** Every due date from {@code from} to {@code to}, in any status, and what has none. */
    public List<Deadline> dueBetween(LocalDate from, LocalDate to) {
        return due(find(THEN, from, to), from, to);
    }

    /** The same for one unit. */
    public List<Deadline> dueBetween(String unit, LocalDate from, LocalDate to) {
        return due(find(THEN + " and unit = ?3", from, to, unit), from, to);
    }

    /** The same for some units, and what names the recipient elsewhere. */
    public List<Deadline> concerning(
            Collection<String> units, String recipient, LocalDate from, LocalDate to) {
        return due(
                find(THEN + " and (unit in ?3 or " + NAMED + ")", from, to, units, recipient),
                from,
                to);
    }

    /** These obligations on every due date from {@code from} to {@code to}. */
    public List<Deadline> due(Collection<String> deadlines, LocalDate from, LocalDate to) {
        return due(find("id in ?1", deadlines), from, to);
    }

    /** One due date, as it stands in keys, if it still is due then. */
    public Optional<Deadline> onDay(String deadline, LocalDate day) {
        return findByIdOptional(deadline)
                .flatMap(found -> found.on(day, words.about(List.of(deadline))).findFirst());
    }

    /** The rows of what sections owe each by itself, this one among them; else this one alone. */
    public List<Deadline> rowsOf(Deadline deadline) {
        if (deadline.detail().section() == null) {
            return List.of(deadline);
        }
        List<Obligation> sameDay = list("unit = ?1 and due = ?2", deadline.unit(), deadline.day());
        Words said = words.about(sameDay.stream().map(Obligation::id).toList());
        return sameDay.stream()
                .flatMap(one -> one.on(deadline.day(), said))
                .filter(one -> one.group().equals(deadline.group()))
                .toList();
    }

    /** The sections that owe something for a criterion of a unit, as it stands in open cycles. */
    public List<String> ownersOf(String unit, String criterion) {
        return find("from MirroredMilestone where unit = ?1 and criterion = ?2", unit, criterion)
                .stream()
                .flatMap(one -> one.sections().stream())
                .distinct()
                .toList();
    }

    private List<Deadline> due(PanacheQuery<Obligation> found, LocalDate from, LocalDate to) {
        Words said = words.between(from, to);
        var due = new ArrayList<Deadline>();
        Lists.each(found, one -> one.between(from, to, said).toList(), due::addAll);
        return due;
    }
}
