package org.kongdee.notification.silence;

import static java.util.stream.Collectors.toMap;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kongdee.notification.planning.Silence;
import org.kongdee.web.clock.SystemTime;

/** The table {@code silence}. */
@ApplicationScoped
public class SilenceRepository implements PanacheRepositoryBase<StoredSilence, StoredSilence.Key> {

    /** A row stays when what it said is taken back. */
    private static final String SAYS_SOMETHING = "(notMine or snoozedUntil is not null)";

    private final Clock clock;

    SilenceRepository(@SystemTime Clock clock) {
        this.clock = clock;
    }

    public Map<Silence.Key, Silence> dueBetween(LocalDate from, LocalDate to) {
        return byKey(list("key.due between ?1 and ?2", from, to));
    }

    public Map<Silence.Key, Silence> of(Collection<String> recipients) {
        return byKey(list("key.recipient in ?1", recipients));
    }

    private static Map<Silence.Key, Silence> byKey(List<StoredSilence> found) {
        return found.stream().collect(toMap(StoredSilence::key, StoredSilence::silence));
    }

    public void snooze(Silence.Key key, LocalDate until) {
        hold(key).snooze(until, clock.instant());
    }

    /** Whether this changed anything: saying so twice is saying it once. */
    public boolean notMine(Silence.Key key) {
        return hold(key).notMine(clock.instant());
    }

    /** Takes "not mine" back; whether this changed anything. */
    public boolean mine(Silence.Key key) {
        return locked(key).filter(there -> there.mine(clock.instant())).isPresent();
    }

    public boolean isNotMine(Silence.Key key) {
        return findByIdOptional(StoredSilence.Key.of(key))
                .filter(there -> there.silence().notMine())
                .isPresent();
    }

    /** Removes all that a recipient asked for about one due date; whether there was anything. */
    boolean remove(Silence.Key key) {
        return delete("key = ?1 and " + SAYS_SOMETHING, StoredSilence.Key.of(key)) == 1;
    }

    PanacheQuery<StoredSilence> ofRecipient(String recipient) {
        return find(
                "key.recipient = ?1 and " + SAYS_SOMETHING,
                Sort.by("key.due", "key.deadline"),
                recipient);
    }

    private Optional<StoredSilence> locked(Silence.Key key) {
        return findByIdOptional(StoredSilence.Key.of(key), LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * The row, which is made where there is none: whoever presses a link twice at once finds one.
     */
    private StoredSilence hold(Silence.Key key) {
        Instant now = clock.instant();
        getEntityManager()
                .createQuery(
                        """
                        insert into StoredSilence (key.recipient, key.deadline, key.due, notMine, changedAt)
                        values (:recipient, :deadline, :due, false, :now)
                        on conflict do nothing
                        """)
                .setParameter("recipient", key.recipient())
                .setParameter("deadline", key.deadline())
                .setParameter("due", key.due())
                .setParameter("now", now)
                .executeUpdate();
        return locked(key).orElseThrow();
    }
}
