package org.kongdee.notification.message;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.ListIndexBase;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

/**
 * A mail, from the moment it is queued. Sending takes, marks and concludes it by the statements of
 * {@link OutboxRepository}; what people do with it is done here, while its row is locked.
 */
@Entity
@SuppressWarnings("UnusedVariable") // Who sends reads retryAt, leaseOwner and dataAt by SQL.
@DynamicUpdate
class Message {

    private static final Set<MessageState> ENDED =
            Set.of(
                    MessageState.SENT,
                    MessageState.FAILED,
                    MessageState.UNCONFIRMED,
                    MessageState.RETRY);

    @Id
    @Column(name = "message")
    private UUID id;

    @Enumerated(EnumType.STRING)
    private StoredMessage.Kind kind;

    private String recipient;
    private @Nullable String unit;
    private LocalDate passDate;
    private String email;
    private String language;

    @Enumerated(EnumType.STRING)
    private MessageState state;

    private Instant notBefore;
    private Instant retryAt;
    private int attempts;
    private @Nullable UUID leaseOwner;
    private @Nullable Instant dataAt;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private @Nullable Notice notice;

    private @Nullable String toName;
    private @Nullable Instant writtenAt;
    private @Nullable String subject;
    private @Nullable String html;

    @Column(name = "body_text")
    private @Nullable String text;

    private @Nullable String calendar;
    private @Nullable Instant sentAt;
    private Instant createdAt;

    @ElementCollection
    @CollectionTable(name = "attempt", joinColumns = @JoinColumn(name = "message"))
    @OrderColumn(name = "number")
    @ListIndexBase(1)
    private List<Tried> tries = new ArrayList<>();

    /** For Hibernate. */
    protected Message() {}

    /**
     * A mail that tells something at once.
     *
     * @param recipient its key, or who else it is to
     * @param now business time
     * @param retryAt real time, before which it is not sent
     */
    static Message telling(
            String recipient,
            Notice notice,
            String email,
            @Nullable String unit,
            LocalDate date,
            Instant now,
            Instant retryAt) {
        var message = new Message();
        message.id = UUID.randomUUID();
        message.kind = StoredMessage.Kind.NOTICE;
        message.recipient = recipient;
        message.unit = unit;
        message.passDate = date;
        message.email = email;
        message.language = notice.language().toUpperCase(Locale.ROOT);
        message.state = MessageState.QUEUED;
        message.notBefore = now;
        message.retryAt = retryAt;
        message.notice = notice;
        message.createdAt = now;
        return message;
    }

    /** Back into the queue, because somebody asked for it; whether it had ended. */
    boolean requeue(Instant retry) {
        if (!ENDED.contains(state)) {
            return false;
        }
        state = MessageState.RETRY;
        retryAt = retry;
        leaseOwner = null;
        dataAt = null;
        sentAt = null;
        return true;
    }

    /** It seemed to have arrived, and came back; whether it was such a mail. */
    boolean cameBack(String reply, Instant at) {
        if (state != MessageState.SENT && state != MessageState.UNCONFIRMED) {
            return false;
        }
        state = MessageState.FAILED;
        leaseOwner = null;
        tries.add(new Tried(at, MessageState.FAILED, reply));
        return true;
    }

    List<Attempt> attempts() {
        return IntStream.range(0, tries.size())
                .mapToObj(
                        i ->
                                new Attempt(
                                        i + 1,
                                        tries.get(i).at(),
                                        tries.get(i).outcome(),
                                        tries.get(i).reply()))
                .toList();
    }

    StoredMessage stored() {
        return new StoredMessage(
                id, kind, recipient, unit, passDate, email, language, state, notBefore, attempts,
                notice, toName, writtenAt, subject, html, text, calendar, sentAt, createdAt);
    }
}
