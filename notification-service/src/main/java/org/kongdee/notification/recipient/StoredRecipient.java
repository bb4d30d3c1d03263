package org.kongdee.notification.recipient;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.planning.Post;
import org.kongdee.notification.planning.Recipient;
import org.kongdee.web.entity.Kept;
import org.kongdee.web.entity.Stamp;
import org.kongdee.web.text.Language;

/** Somebody who gets mail, as kept; planning sees a {@link Recipient}. */
@Entity
@SuppressWarnings("UnusedVariable") // Queries read the key of the address.
@Table(name = "recipient")
class StoredRecipient extends Kept {

    private static final SecureRandom GENERATIONS = new SecureRandom();

    @Id private String recipient;
    private String email;

    /** PostgreSQL makes it of the address. */
    @Column(insertable = false, updatable = false)
    private @Nullable String emailKey;

    private String name;

    @Enumerated(EnumType.STRING)
    private Language language;

    private @Nullable String subject;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private List<Post> posts;

    private @Nullable LocalTime at;
    private @Nullable LocalDate pausedUntil;

    /** Whether they asked for it themselves; else somebody entered it. */
    private boolean pausedByLink;

    private long links;

    /** For Hibernate. */
    protected StoredRecipient() {}

    StoredRecipient(Recipient wanted, Stamp stamp) {
        super(stamp);
        this.recipient = wanted.id();
        this.links = generation();
        say(wanted);
    }

    boolean says(Recipient wanted) {
        return as(wanted.links()).equals(wanted);
    }

    /** What is loaded in bulk knows of no pause that somebody asked for by a link: it stays. */
    Recipient withOwnPause(Recipient wanted) {
        return pausedByLink && wanted.pausedUntil() == null
                ? wanted.withPause(pausedUntil)
                : wanted;
    }

    /** Whoever gets mail at another address may be somebody else: the links of before are void. */
    void become(Recipient wanted, Stamp stamp) {
        if (!email.equalsIgnoreCase(wanted.email())) {
            links = generation();
        }
        say(wanted);
        changed(stamp);
    }

    private void say(Recipient wanted) {
        email = wanted.email();
        name = wanted.name();
        language = wanted.language();
        subject = wanted.subject();
        posts = wanted.posts();
        at = wanted.at();
        pausedByLink = pausedByLink && Objects.equals(pausedUntil, wanted.pausedUntil());
        pausedUntil = wanted.pausedUntil();
    }

    /**
     * They ask for quiet by a link; whether that changes anything. It never shortens a pause, and
     * while one lasts that was asked for in the same way it stays as it is: nobody is quiet for
     * longer than the organiser was told.
     */
    boolean pause(LocalDate today, LocalDate until, Stamp stamp) {
        if (isPausedByLink(today) || pausedUntil != null && !pausedUntil.isBefore(until)) {
            return false;
        }
        pausedUntil = until;
        pausedByLink = true;
        changed(stamp);
        return true;
    }

    /** They end what they asked for by a link; whether there was anything to end. */
    boolean resume(LocalDate today, Stamp stamp) {
        if (!isPausedByLink(today)) {
            return false;
        }
        pausedUntil = null;
        pausedByLink = false;
        changed(stamp);
        return true;
    }

    boolean isPausedByLink(LocalDate today) {
        return pausedByLink && pausedUntil != null && today.isBefore(pausedUntil);
    }

    /** All links in their mails are void, and what they asked for by them does not hold. */
    void revokeLinks(Stamp stamp) {
        links = generation();
        changed(stamp);
    }

    /** Never one that was there before, also under a key that is given again. */
    private static long generation() {
        return GENERATIONS.nextLong();
    }

    String key() {
        return recipient;
    }

    String email() {
        return email;
    }

    Recipient recipient() {
        return as(links);
    }

    private Recipient as(long generation) {
        return new Recipient(
                recipient, email, name, language, subject, posts, at, pausedUntil, generation);
    }
}
