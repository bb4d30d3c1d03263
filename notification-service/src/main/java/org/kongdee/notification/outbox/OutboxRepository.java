package org.kongdee.notification.outbox;

import static org.kongdee.notification.sql.Columns.bindTexts;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.planning.Recipient;
import org.kongdee.notification.sql.Columns;

/**
 * The tables {@code message} and {@code attempt}. Leases and retries go by the database's clock,
 * which all replicas share; the hour of a mail goes by business time.
 */
@ApplicationScoped
public class OutboxRepository {

    private final Jdbi jdbi;
    private final Clock clock;

    OutboxRepository(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** A digest to be queued. */
    public record NewDigest(Recipient recipient, Instant notBefore) {}

    /**
     * Queues a digest for each recipient who has none for the day yet.
     *
     * @return the digests of these recipients that are still queued, by recipient; a digest that
     *     has left takes no more lines
     */
    public Map<String, UUID> queue(Collection<NewDigest> digests, LocalDate date) {
        jdbi.useHandle(
                handle -> {
                    PreparedBatch batch =
                            handle.prepareBatch(
                                    """
                                    insert into message (message, kind, recipient, unit, pass_date, email, language, state, not_before, created_at)
                                    values (:id, 'DIGEST', :recipient, :unit, :date, :email, :language, 'QUEUED', :notBefore, :now)
                                    on conflict (recipient, pass_date) where kind = 'DIGEST' do nothing
                                    """);
                    for (NewDigest digest : digests) {
                        batch.bind("id", UUID.randomUUID())
                                .bind("recipient", digest.recipient().id())
                                .bind("unit", digest.recipient().unit())
                                .bind("date", date)
                                .bind("email", digest.recipient().email())
                                .bind("language", digest.recipient().language().name())
                                .bind("notBefore", Columns.utc(digest.notBefore()))
                                .bind("now", Columns.utc(clock.instant()))
                                .add();
                    }
                    batch.execute();
                });
        return queued(digests.stream().map(d -> d.recipient().id()).toList(), date);
    }

    private Map<String, UUID> queued(Collection<String> recipients, LocalDate date) {
        Map<String, UUID> queued = new HashMap<>();
        jdbi.useHandle(
                handle ->
                        bindTexts(
                                        handle.createQuery(
                                                """
                                                select recipient, message from message
                                                 where recipient = any(:recipients) and pass_date = :date
                                                   and kind = 'DIGEST' and state = 'QUEUED'
                                                   for update
                                                """),
                                        "recipients",
                                        recipients)
                                .bind("date", date)
                                .map(
                                        (row, _) ->
                                                Map.entry(
                                                        row.getString("recipient"),
                                                        row.getObject("message", UUID.class)))
                                .forEach(e -> queued.put(e.getKey(), e.getValue())));
        return queued;
    }

    /** Removes queued digests that have no line: all were said before. */
    public void discardEmpty(Collection<UUID> messages) {
        jdbi.useHandle(
                handle -> {
                    // A plan kept from when the tables were small would read all reminders for
                    // each message.
                    handle.execute("set local plan_cache_mode = force_custom_plan");
                    bindTexts(
                                    handle.createUpdate(
                                            """
                                            delete from message m
                                             where message = any(cast(:ids as uuid[])) and state = 'QUEUED'
                                               and not exists (select from reminder r where r.message = m.message)
                                            """),
                                    "ids",
                                    messages.stream().map(UUID::toString).toList())
                            .execute();
                });
    }

    /** Queues a mail to the organiser. */
    public void queueNotice(
            String email, String unit, LocalDate date, String subject, String text) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(
                                        """
                                        insert into message (message, kind, recipient, unit, pass_date, email, language, state, not_before,
                                                             created_at, subject, body_text)
                                        values (:id, 'NOTICE', 'organiser', :unit, :date, :email, 'EN', 'QUEUED', :now, :now, :subject, :text)
                                        """)
                                .bind("id", UUID.randomUUID())
                                .bind("email", email)
                                .bind("unit", unit)
                                .bind("date", date)
                                .bind("subject", subject)
                                .bind("text", text)
                                .bind("now", Columns.utc(clock.instant()))
                                .execute());
    }

    /**
     * Takes up to {@code limit} mails whose hour has come and leases them to {@code worker}. A
     * digest that waited over a day, because nothing ran, is left for the next pass to plan anew.
     */
    public List<StoredMessage> claim(UUID worker, int limit, Duration lease) {
        Instant now = clock.instant();
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        update message
                                           set state = 'SENDING', lease_owner = :worker, lease_until = now() + :lease * interval '1 second',
                                               attempts = attempts + 1, data_at = null
                                         where message in (
                                               select message from message
                                                where state in ('QUEUED', 'RETRY') and not_before <= :now and retry_at <= now()
                                                  and (kind = 'NOTICE' or attempts > 0 or greatest(created_at, not_before) > :stale)
                                                order by not_before
                                                limit :limit
                                                  for update skip locked)
                                        returning *
                                        """)
                                .bind("worker", worker)
                                .bind("lease", lease.toSeconds())
                                .bind("limit", limit)
                                .bind("now", Columns.utc(now))
                                .bind("stale", Columns.utc(now.minus(Duration.ofDays(1))))
                                .map((row, _) -> message(row))
                                .list());
    }

    /** Keeps what is about to be sent. */
    public void keepTexts(
            UUID message,
            String email,
            String subject,
            @Nullable String html,
            String text,
            @Nullable String calendar) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(
                                        """
                                        update message
                                           set email = :email, subject = :subject, html = :html, body_text = :text, calendar = :calendar
                                         where message = :message
                                        """)
                                .bind("message", message)
                                .bind("email", email)
                                .bind("subject", subject)
                                .bind("html", html)
                                .bind("text", text)
                                .bind("calendar", calendar)
                                .execute());
    }

    /**
     * Marks that DATA is about to be sent, if the worker still has the lease, and stretches the
     * lease over the dialogue to come.
     *
     * @return false if the mail may be somebody else's by now: it must not be sent
     */
    public boolean markData(UUID message, UUID worker, Duration lease) {
        return jdbi.withHandle(
                handle ->
                        handle.createUpdate(
                                                """
                                                update message
                                                   set data_at = now(), lease_until = now() + :lease * interval '1 second'
                                                 where message = :message and lease_owner = :worker and state = 'SENDING'
                                                   and lease_until > now()
                                                """)
                                        .bind("message", message)
                                        .bind("worker", worker)
                                        .bind("lease", lease.toSeconds())
                                        .execute()
                                == 1);
    }

    /**
     * Records how a worker's dialogue ended. A worker that was given up as dead and then succeeds
     * corrects UNCONFIRMED to SENT; any other late word is not taken.
     */
    public void conclude(
            UUID message, UUID worker, MessageState outcome, String reply, Duration retryIn) {
        jdbi.useHandle(
                handle -> {
                    if (outcome == MessageState.SENT) {
                        // That DATA was reached is on disk. A power cut that takes this word too
                        // leaves the mail UNCONFIRMED: it is not sent again either.
                        handle.execute("set local synchronous_commit = off");
                    }
                    handle.createUpdate(
                                    """
                                    with mine as (
                                        update message
                                           set state = :outcome, lease_owner = case when :outcome = 'UNCONFIRMED' then lease_owner end,
                                               lease_until = null,
                                               retry_at = now() + :retryIn * interval '1 second',
                                               sent_at = case when :outcome = 'SENT' then cast(:now as timestamptz) end
                                         where message = :message and lease_owner = :worker
                                           and (state = 'SENDING' or (state = 'UNCONFIRMED' and :outcome = 'SENT'))
                                        returning message)
                                    insert into attempt (message, number, at, outcome, reply)
                                    select message, 1 + (select coalesce(max(number), 0) from attempt a where a.message = mine.message),
                                           now(), :outcome, :reply
                                      from mine
                                    """)
                            .bind("message", message)
                            .bind("worker", worker)
                            .bind("outcome", outcome.name())
                            .bind("reply", reply)
                            .bind("retryIn", retryIn.toSeconds())
                            .bind("now", Columns.utc(clock.instant()))
                            .execute();
                });
    }

    private static void record(
            org.jdbi.v3.core.Handle handle, UUID message, MessageState outcome, String reply) {
        handle.createUpdate(
                        """
                        insert into attempt (message, number, at, outcome, reply)
                        select :message, coalesce(max(number), 0) + 1, now(), :outcome, :reply
                          from attempt where message = :message
                        """)
                .bind("message", message)
                .bind("outcome", outcome.name())
                .bind("reply", reply)
                .execute();
    }

    /**
     * Takes mails back from workers that died. Before DATA nothing was sent: they are tried again.
     * After it they are in doubt, and stay so.
     */
    public int reclaim() {
        return jdbi.withHandle(
                handle -> {
                    List<UUID> dead =
                            handle.createQuery(
                                            """
                                            select message from message
                                             where state = 'SENDING' and lease_until < now()
                                             for update skip locked
                                            """)
                                    .mapTo(UUID.class)
                                    .list();
                    dead.forEach(
                            message -> {
                                boolean data =
                                        handle.createQuery(
                                                        """
                                                        update message
                                                           set state = case when data_at is null then 'RETRY' else 'UNCONFIRMED' end,
                                                               lease_until = null,
                                                               lease_owner = case when data_at is null then null else lease_owner end
                                                         where message = :message
                                                        returning data_at is not null
                                                        """)
                                                .bind("message", message)
                                                .mapTo(Boolean.class)
                                                .one();
                                record(
                                        handle,
                                        message,
                                        data ? MessageState.UNCONFIRMED : MessageState.RETRY,
                                        data
                                                ? "the worker died after DATA: the mail may have arrived"
                                                : "the worker died before DATA: nothing was sent");
                            });
                    return dead.size();
                });
    }

    /** Puts a mail that has ended back into the queue, because somebody asked for it. */
    public boolean requeue(UUID message) {
        return jdbi.withHandle(
                handle ->
                        handle.createUpdate(
                                                """
                                                update message
                                                   set state = 'RETRY', retry_at = now(), lease_owner = null, data_at = null, sent_at = null
                                                 where message = :message and state in ('SENT', 'FAILED', 'UNCONFIRMED', 'RETRY')
                                                """)
                                        .bind("message", message)
                                        .execute()
                                == 1);
    }

    /** Records that a mail which seemed to have arrived came back; whether it was such a mail. */
    public boolean bounced(UUID message, String reply) {
        return jdbi.withHandle(
                handle -> {
                    boolean sent =
                            handle.createUpdate(
                                                    """
                                                    update message set state = 'FAILED', lease_owner = null
                                                     where message = :message and state in ('SENT', 'UNCONFIRMED')
                                                    """)
                                            .bind("message", message)
                                            .execute()
                                    == 1;
                    if (sent) {
                        record(handle, message, MessageState.FAILED, reply);
                    }
                    return sent;
                });
    }

    public Optional<StoredMessage> find(UUID message) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery("select * from message where message = :message")
                                .bind("message", message)
                                .map((row, _) -> message(row))
                                .findOne());
    }

    public List<Attempt> attempts(UUID message) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        "select * from attempt where message = :message order by number")
                                .bind("message", message)
                                .map(
                                        (row, _) ->
                                                new Attempt(
                                                        row.getInt("number"),
                                                        Columns.instant(row, "at"),
                                                        MessageState.valueOf(
                                                                row.getString("outcome")),
                                                        row.getString("reply")))
                                .list());
    }

    private static StoredMessage message(ResultSet row) throws SQLException {
        return new StoredMessage(
                row.getObject("message", UUID.class),
                StoredMessage.Kind.valueOf(row.getString("kind")),
                row.getString("recipient"),
                row.getString("unit"),
                Columns.date(row, "pass_date"),
                row.getString("email"),
                row.getString("language"),
                MessageState.valueOf(row.getString("state")),
                Columns.instant(row, "not_before"),
                row.getInt("attempts"),
                row.getString("subject"),
                row.getString("html"),
                row.getString("body_text"),
                row.getString("calendar"),
                Columns.instantOrNull(row, "sent_at"),
                Columns.instant(row, "created_at"));
    }
}
