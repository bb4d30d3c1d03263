package org.kongdee.notification.deadline;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.kongdee.notification.deadline.Completion.Key;

/** The table {@code completion}. */
@ApplicationScoped
class CompletionRepository implements PanacheRepositoryBase<Completion, Key> {

    /** What is done of all that is due then. */
    Set<Key> between(LocalDate from, LocalDate to) {
        return getEntityManager()
                .createQuery(
                        "select key from Completion where key.due between :from and :to", Key.class)
                .setParameter("from", from)
                .setParameter("to", to)
                .getResultStream()
                .collect(Collectors.toSet());
    }

    boolean isDone(Key key) {
        return count("key", key) > 0;
    }

    /** Whether there was something to take back. */
    boolean takeBack(Key key) {
        return delete("key", key) > 0;
    }
}
