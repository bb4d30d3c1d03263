package org.kongdee.notification.recipient;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.planning.Recipient;
import org.kongdee.notification.planning.Role;
import org.kongdee.web.entity.Kept;
import org.kongdee.web.entity.Stamp;
import org.kongdee.web.text.Language;

/** Somebody who gets mail, as kept; planning sees a {@link Recipient}. */
@Entity
@Table(name = "recipient")
class StoredRecipient extends Kept {

    @Id private String recipient;
    private String email;
    private String name;

    @Enumerated(EnumType.STRING)
    private Language language;

    private String unit;

    @Mutability(Immutability.class)
    private List<String> sections;

    @Enumerated(EnumType.STRING)
    private Role role;

    private @Nullable LocalTime at;
    private @Nullable LocalDate pausedUntil;

    /** For Hibernate. */
    protected StoredRecipient() {}

    StoredRecipient(Recipient wanted, Stamp stamp) {
        super(stamp);
        this.recipient = wanted.id();
        say(wanted);
    }

    boolean says(Recipient wanted) {
        return recipient().equals(wanted);
    }

    void become(Recipient wanted, Stamp stamp) {
        say(wanted);
        changed(stamp);
    }

    private void say(Recipient wanted) {
        email = wanted.email();
        name = wanted.name();
        language = wanted.language();
        unit = wanted.unit();
        sections = wanted.sections().stream().sorted().toList();
        role = wanted.role();
        at = wanted.at();
        pausedUntil = wanted.pausedUntil();
    }

    /** Somebody asked for quiet by a link; that never shortens a pause that is there. */
    void pause(LocalDate until, Stamp stamp) {
        if (pausedUntil == null || pausedUntil.isBefore(until)) {
            pausedUntil = until;
        }
        changed(stamp);
    }

    String key() {
        return recipient;
    }

    String email() {
        return email;
    }

    String unit() {
        return unit;
    }

    Recipient recipient() {
        return new Recipient(
                recipient,
                email,
                name,
                language,
                unit,
                Set.copyOf(sections),
                role,
                at,
                pausedUntil);
    }
}
