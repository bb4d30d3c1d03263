package org.kongdee.notification.message;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.clock.SystemTime;
import org.kongdee.web.sql.Sql;

/** The tables {@code message} and {@code attempt}, one mail at a time. */
@ApplicationScoped
public class MessageRepository implements PanacheRepositoryBase<Message, UUID> {

    private static final String ORGANISER = "organiser";

    private final Sql sql;
    private final Clock clock;
    private final Clock real;

    MessageRepository(Sql sql, Clock clock, @SystemTime Clock real) {
        this.sql = sql;
        this.clock = clock;
        this.real = real;
    }

    /** Queues a mail to the organiser. */
    public void tell(String email, Notice notice, @Nullable String unit, LocalDate date) {
        tell(ORGANISER, email, notice, unit, date);
    }

    /** Queues a mail to a recipient, or to somebody else who is named so. */
    public void tell(
            String recipient, String email, Notice notice, @Nullable String unit, LocalDate date) {
        persist(
                Message.telling(
                        recipient, notice, email, unit, date, clock.instant(), real.instant()));
    }

    public Optional<StoredMessage> stored(UUID message) {
        return findByIdOptional(message).map(Message::stored);
    }

    public List<Attempt> attempts(UUID message) {
        return findByIdOptional(message).map(Message::attempts).orElse(List.of());
    }

    /** Puts a mail that has ended back into the queue; whether it had. */
    public boolean requeue(UUID message) {
        boolean requeued = locked(message).filter(m -> m.requeue(real.instant())).isPresent();
        flush();
        return requeued;
    }

    /** Records that a mail which seemed to have arrived came back; whether it was such a mail. */
    public boolean bounced(UUID message, String reply) {
        return locked(message).filter(m -> m.cameBack(reply, real.instant())).isPresent();
    }

    private Optional<Message> locked(UUID message) {
        return findByIdOptional(message, LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * Whose last mail to the present address was refused for good, and how.
     *
     * @param emails the present addresses, by recipient
     */
    public Map<String, MailFailure> failures(Map<String, String> emails) {
        Map<String, MailFailure> failures = new HashMap<>();
        sql.rows(
                """
                        select r.recipient, f.at, f.reply, f.message
                          from unnest(:recipients, :emails) as r (recipient, email)
                          cross join lateral (
                               select m.state, m.message, a.at, a.reply
                                 from message m join attempt a on a.message = m.message
                                where m.recipient = r.recipient and m.email = r.email and m.kind = 'DIGEST'
                                  and m.state in ('SENT', 'FAILED')
                                order by m.pass_date desc, a.number desc limit 1) f
                         where f.state = 'FAILED'
                        """,
                p ->
                        p.texts("recipients", emails.entrySet(), Map.Entry::getKey)
                                .texts("emails", emails.entrySet(), Map.Entry::getValue),
                row ->
                        failures.put(
                                row.text("recipient"),
                                new MailFailure(
                                        row.instant("at"), row.text("reply"), row.id("message"))));
        return failures;
    }
}
