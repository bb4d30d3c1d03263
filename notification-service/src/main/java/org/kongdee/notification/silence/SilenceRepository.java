package org.kongdee.notification.silence;

import static java.util.stream.Collectors.toMap;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.kongdee.notification.planning.Deadline;
import org.kongdee.notification.planning.Recipient;
import org.kongdee.notification.planning.Silence;
import org.kongdee.web.clock.SystemTime;

/** The table {@code silence}. */
@ApplicationScoped
public class SilenceRepository implements PanacheRepositoryBase<StoredSilence, StoredSilence.Key> {

    /** A row stays when what it said is taken back. */
    private static final String SAYS_SOMETHING = "(s.notMine or s.snoozedUntil is not null)";

    /** What was asked for by links that are void by now holds no more. */
    private static final String HOLDING =
            "select s from StoredSilence s, StoredRecipient r where r.recipient = s.key.recipient and r.links = s.links and ";

    private final Clock clock;

    SilenceRepository(@SystemTime Clock clock) {
        this.clock = clock;
    }

    /** Of what is due then, or never. */
    public Map<Silence.Key, Silence> dueBetween(LocalDate from, LocalDate to) {
        return byKey(
                list(
                        HOLDING + "(s.key.due between ?1 and ?2 or s.key.due = ?3)",
                        from,
                        to,
                        Deadline.NEVER));
    }

    public Map<Silence.Key, Silence> of(Collection<String> recipients) {
        return byKey(list(HOLDING + "s.key.recipient in ?1", recipients));
    }

    private static Map<Silence.Key, Silence> byKey(List<StoredSilence> found) {
        return found.stream().collect(toMap(StoredSilence::key, StoredSilence::silence));
    }

    public void snooze(Recipient recipient, Deadline deadline, LocalDate until) {
        hold(recipient, deadline).snooze(until, clock.instant());
    }

    /** Whether this changed anything: saying so twice is saying it once. */
    public boolean notMine(Recipient recipient, Deadline deadline) {
        return hold(recipient, deadline).notMine(clock.instant());
    }

    /** Takes "not mine" back; whether this changed anything. */
    public boolean mine(Recipient recipient, Deadline deadline) {
        return hold(recipient, deadline).mine(clock.instant());
    }

    /** Removes all that a recipient asked for about one due date; whether there was anything. */
    boolean remove(Silence.Key key) {
        return delete(
                        "key = ?1 and (notMine or snoozedUntil is not null)",
                        StoredSilence.Key.of(key))
                == 1;
    }

    PanacheQuery<StoredSilence> ofRecipient(String recipient) {
        return find(
                HOLDING + "s.key.recipient = ?1 and " + SAYS_SOMETHING,
                Sort.by("s.key.due", "s.key.deadline").disableEscaping(),
                recipient);
    }

    /**
     * The row, which is made where there is none: whoever presses a link twice at once finds one.
     */
    private StoredSilence hold(Recipient recipient, Deadline deadline) {
        Silence.Key key = Silence.Key.of(recipient, deadline);
        getEntityManager()
                .createQuery(
                        """
                        insert into StoredSilence (key.recipient, key.deadline, key.due, links, notMine, changedAt)
                        values (:recipient, :deadline, :due, :links, false, :now)
                        on conflict do nothing
                        """)
                .setParameter("recipient", key.recipient())
                .setParameter("deadline", key.deadline())
                .setParameter("due", key.due())
                .setParameter("links", recipient.links())
                .setParameter("now", clock.instant())
                .executeUpdate();
        StoredSilence held =
                findByIdOptional(StoredSilence.Key.of(key), LockModeType.PESSIMISTIC_WRITE)
                        .orElseThrow();
        held.begin(recipient.links());
        return held;
    }
}
