package org.kongdee.notification.calendar;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table {@code calendar_token}. */
@ApplicationScoped
class CalendarTokenRepository implements PanacheRepositoryBase<CalendarToken, UUID> {

    List<CalendarToken> of(String recipient) {
        return list("recipient", Sort.by("createdAt"), recipient);
    }

    Optional<CalendarToken> withHash(byte[] hash) {
        return find("hash", hash).firstResultOptional();
    }

    boolean remove(String recipient, UUID token) {
        return delete("recipient = ?1 and token = ?2", recipient, token) == 1;
    }

    void removeAll(String recipient) {
        delete("recipient", recipient);
    }
}
