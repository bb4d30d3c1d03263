package org.kongdee.notification.message;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.planning.Recipient;
import org.kongdee.web.sql.Lease;
import org.kongdee.web.sql.Parameters;
import org.kongdee.web.sql.Row;
import org.kongdee.web.sql.Sql;

/**
 * The tables {@code message} and {@code attempt} as a queue that any number of workers fill and
 * work off. Leases and retries go by the database's clock, which all replicas share; the hour of a
 * mail goes by business time.
 */
@ApplicationScoped
public class OutboxRepository {

    /** A digest that waited longer, because nothing ran, is left for the next pass. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private static final String READY =
            """
            state in ('QUEUED', 'RETRY') and not_before <= :now and retry_at <= now()
            and (kind = 'NOTICE' or attempts > 0 or greatest(created_at, not_before) > :stale)
            """;

    private final Sql sql;
    private final Clock clock;

    OutboxRepository(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * A digest to be queued.
     *
     * @param unit the one that it is about; null if it is about several
     * @param again not before this, if the first of the day has left already
     */
    public record NewDigest(
            Recipient recipient, @Nullable String unit, Instant notBefore, Instant again) {}

    /** A digest that never left. */
    public record Unsent(UUID message, LocalDate date) {}

    /**
     * Queues a digest for each recipient who has none for the day yet, and a second one for who was
     * sent the first.
     *
     * @return the digests of these recipients that are still queued, by recipient; a digest that
     *     has left takes no more lines, and there are two at most
     */
    public Map<String, UUID> queue(Collection<NewDigest> digests, LocalDate date) {
        Map<String, UUID> queued = queue(digests, date, 1);
        List<NewDigest> late =
                digests.stream().filter(d -> !queued.containsKey(d.recipient().id())).toList();
        if (!late.isEmpty()) {
            queued.putAll(queue(late, date, 2));
        }
        return queued;
    }

    private Map<String, UUID> queue(Collection<NewDigest> digests, LocalDate date, int slot) {
        sql.update(
                """
                insert into message (message, kind, recipient, unit, pass_date, slot, email, language, state, not_before, created_at)
                select message, 'DIGEST', recipient, unit, :date, :slot, email, language, 'QUEUED', not_before, :now
                  from unnest(:ids, :recipients, :units, :emails, :languages, :notBefore)
                    as d (message, recipient, unit, email, language, not_before)
                on conflict (recipient, pass_date, slot) where kind = 'DIGEST' do nothing
                """,
                p ->
                        p.ids("ids", digests, _ -> UUID.randomUUID())
                                .texts("recipients", digests, d -> d.recipient().id())
                                .texts("units", digests, NewDigest::unit)
                                .texts("emails", digests, d -> d.recipient().email())
                                .constants("languages", digests, d -> d.recipient().language())
                                .instants(
                                        "notBefore",
                                        digests,
                                        slot == 1 ? NewDigest::notBefore : NewDigest::again)
                                .date("date", date)
                                .number("slot", slot)
                                .instant("now", clock.instant()));
        Map<String, UUID> queued = new HashMap<>();
        sql.rows(
                """
                select recipient, message from message
                 where recipient = any(:recipients) and pass_date = :date and slot = :slot
                   and kind = 'DIGEST' and state = 'QUEUED'
                   for update
                """,
                p ->
                        p.texts("recipients", digests, d -> d.recipient().id())
                                .date("date", date)
                                .number("slot", slot),
                row -> queued.put(row.text("recipient"), row.id("message")));
        return queued;
    }

    /** Who has been sent two digests for the day. */
    public Set<String> served(LocalDate date) {
        return Set.copyOf(
                sql.rows(
                        """
                        select recipient from message
                         where pass_date = :date and kind = 'DIGEST' and slot = 2 and state <> 'QUEUED'
                        """,
                        p -> p.date("date", date),
                        row -> row.text("recipient")));
    }

    /**
     * Holds the digests of up to {@code days} earlier days that were planned and never tried:
     * nothing ran to send them.
     */
    public List<Unsent> unsentBefore(LocalDate date, int days) {
        return sql.rows(
                """
                select message, pass_date from message
                 where kind = 'DIGEST' and state = 'QUEUED' and attempts = 0
                   and pass_date < :date and pass_date >= :first
                   for update skip locked
                """,
                p -> p.date("date", date).date("first", date.minusDays(days)),
                row -> new Unsent(row.id("message"), row.date("pass_date")));
    }

    /** Removes digests that never left; nothing refers to them any more. */
    public void discard(Collection<UUID> messages) {
        sql.update(
                "delete from message where message = any(:ids) and state = 'QUEUED'",
                p -> p.ids("ids", messages));
    }

    /** Whether there is a mail whose hour has come, or one whose worker died. */
    public boolean isBusy() {
        return sql.one(
                "select exists (select from message where "
                        + READY
                        + """
                          )
                          or exists (select from message where state = 'SENDING' and lease_until < now()) as busy
                          """,
                this::now,
                row -> row.flag("busy"));
    }

    private Parameters now(Parameters p) throws SQLException {
        Instant now = clock.instant();
        return p.instant("now", now).instant("stale", now.minus(LONGEST_WAIT));
    }

    /**
     * Takes up to {@code limit} mails whose hour has come and leases them to a worker. A digest
     * that waited over a day, because nothing ran, is left for the next pass to plan anew.
     */
    public List<StoredMessage> claim(Lease lease, int limit) {
        return sql.rows(
                """
                update message
                   set state = 'SENDING', lease_owner = :holder, lease_until = now() + :lease * interval '1 second',
                       attempts = attempts + 1, data_at = null
                 where message in (select message from message where
                """
                        + READY
                        + """
                                    order by not_before
                                    limit :limit
                                      for update skip locked)
                returning *
                """,
                p -> now(p).lease(lease).number("limit", limit),
                OutboxRepository::message);
    }

    /** Keeps what is about to be sent. */
    public void keep(Collection<Mail> mails) {
        sql.update(
                """
                update message m
                   set email = t.email, to_name = t.to_name, written_at = t.written_at, subject = t.subject, html = t.html,
                       body_text = t.body_text, calendar = t.calendar
                  from unnest(:ids, :emails, :names, :dates, :subjects, :htmls, :texts, :calendars)
                    as t (message, email, to_name, written_at, subject, html, body_text, calendar)
                 where m.message = t.message
                """,
                p ->
                        p.ids("ids", mails, Mail::id)
                                .texts("emails", mails, Mail::to)
                                .texts("names", mails, Mail::toName)
                                .instants("dates", mails, Mail::date)
                                .texts("subjects", mails, Mail::subject)
                                .texts("htmls", mails, Mail::html)
                                .texts("texts", mails, Mail::text)
                                .texts("calendars", mails, Mail::calendar));
    }

    /**
     * Marks that DATA is about to be sent, if the worker still has the lease, and stretches the
     * lease over the dialogue to come.
     *
     * @return false if the mail may be somebody else's by now: it must not be sent
     */
    public boolean markData(UUID message, Lease lease) {
        return sql.update(
                        """
                        update message
                           set data_at = now(), lease_until = now() + :lease * interval '1 second'
                         where message = :message and lease_owner = :holder and state = 'SENDING'
                           and lease_until > now()
                        """,
                        p -> p.id("message", message).lease(lease))
                == 1;
    }

    /**
     * Records how a worker's dialogue ended. A worker that was given up as dead and then succeeds
     * corrects UNCONFIRMED to SENT; any other late word is not taken.
     */
    public void conclude(
            UUID message, Lease lease, MessageState outcome, String reply, Duration retryIn) {
        if (outcome == MessageState.SENT) {
            // That DATA was reached is on disk. A power cut that takes this word too leaves the
            // mail UNCONFIRMED: it is not sent again either.
            sql.update("set local synchronous_commit = off");
        }
        sql.update(
                """
                with mine as (
                    update message
                       set state = :outcome, lease_owner = case when :outcome = 'UNCONFIRMED' then lease_owner end,
                           lease_until = null,
                           retry_at = now() + :retryIn * interval '1 second',
                           sent_at = case when :outcome = 'SENT' then cast(:now as timestamptz) end
                     where message = :message and lease_owner = :holder
                       and (state = 'SENDING' or (state = 'UNCONFIRMED' and :outcome = 'SENT'))
                    returning message)
                insert into attempt (message, number, at, outcome, reply)
                select message, 1 + (select coalesce(max(number), 0) from attempt a where a.message = mine.message),
                       now(), :outcome, :reply
                  from mine
                """,
                p ->
                        p.id("message", message)
                                .id("holder", lease.holder())
                                .constant("outcome", outcome)
                                .text("reply", reply)
                                .number("retryIn", retryIn.toSeconds())
                                .instant("now", clock.instant()));
    }

    /**
     * Takes mails back from workers that died. Before DATA nothing was sent: they are tried again.
     * After it they are in doubt, and stay so. A notice may arrive twice rather than not at all.
     */
    public int reclaim() {
        return sql.update(
                """
                with dead as (
                    select message, data_at is not null as data from message
                     where state = 'SENDING' and lease_until < now()
                       for update skip locked),
                back as (
                    update message m
                       set state = case when data then 'UNCONFIRMED' else 'RETRY' end,
                           lease_owner = case when data then lease_owner end,
                           lease_until = null
                      from dead where m.message = dead.message
                    returning m.message, m.kind, m.state)
                insert into attempt (message, number, at, outcome, reply)
                select message, 1 + (select coalesce(max(number), 0) from attempt a where a.message = back.message),
                       now(), state,
                       case when state = 'UNCONFIRMED' then 'the worker died after DATA: the mail may have arrived'
                            when kind = 'NOTICE' then 'the worker died: it is sent again, whatever happened'
                            else 'the worker died before DATA: nothing was sent' end
                  from back
                """);
    }

    private static StoredMessage message(Row row) throws SQLException {
        return new StoredMessage(
                row.id("message"),
                row.constant("kind", StoredMessage.Kind.class),
                row.text("recipient"),
                row.textOrNull("unit"),
                row.date("pass_date"),
                row.text("email"),
                row.text("language"),
                row.constant("state", MessageState.class),
                row.instant("not_before"),
                row.number("attempts"),
                row.jsonOrNull("notice", Notice.class),
                row.textOrNull("to_name"),
                row.instantOrNull("written_at"),
                row.textOrNull("subject"),
                row.textOrNull("html"),
                row.textOrNull("body_text"),
                row.textOrNull("calendar"),
                row.instantOrNull("sent_at"),
                row.instant("created_at"));
    }
}
