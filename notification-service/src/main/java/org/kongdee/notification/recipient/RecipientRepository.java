package org.kongdee.notification.recipient;

import static org.kongdee.notification.sql.Columns.bindTexts;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.planning.Recipient;
import org.kongdee.notification.planning.Role;
import org.kongdee.notification.sql.Columns;
import org.kongdee.web.clock.SystemTime;
import org.kongdee.web.text.Language;

/** The table {@code recipient}. */
@ApplicationScoped
public class RecipientRepository {

    private static final int BATCH = 1000;

    /**
     * Unchanged lines keep their version, so that a nightly bulk load of the same people is quiet.
     */
    private static final String UPSERT =
            """
            insert into recipient as r (recipient, email, name, language, unit, sections, role, at, paused_until, changed_at, changed_by)
            values (:recipient, :email, :name, :language, :unit, :sections, :role, :at, :pausedUntil, :now, :by)
            on conflict on constraint pk_recipient do update
               set email = excluded.email, name = excluded.name, language = excluded.language, unit = excluded.unit,
                   sections = excluded.sections, role = excluded.role, at = excluded.at, paused_until = excluded.paused_until,
                   version = r.version + 1, changed_at = excluded.changed_at, changed_by = excluded.changed_by
             where (r.email, r.name, r.language, r.unit, r.sections, r.role, r.at, r.paused_until)
                   is distinct from (excluded.email, excluded.name, excluded.language, excluded.unit, excluded.sections,
                                     excluded.role, excluded.at, excluded.paused_until)
            """;

    /** The last mail to the present address that was taken, or refused for good. */
    private static final String LAST_MAIL =
            """
                   select m.state, m.message, a.at, a.reply
                     from message m join attempt a on a.message = m.message
                    where m.recipient = r.recipient and m.email = r.email and m.kind = 'DIGEST'
                      and m.state in ('SENT', 'FAILED')
                    order by m.pass_date desc, a.number desc limit 1""";

    /** With that mail, if it was refused. */
    private static final String STORED =
            """
            select r.*, f.at as failed_at, f.reply as failed_reply, f.message as failed_message
              from recipient r left join lateral (
            """
                    + LAST_MAIL
                    + ") f on f.state = 'FAILED' ";

    private final Jdbi jdbi;
    private final Clock clock;

    RecipientRepository(Jdbi jdbi, @SystemTime Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    public List<Recipient> all() {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery("select * from recipient order by recipient")
                                .map((row, _) -> recipient(row))
                                .list());
    }

    public Optional<Recipient> find(String recipient) {
        return Optional.ofNullable(named(Set.of(recipient)).get(recipient));
    }

    /** Those of the named recipients who are there, by name. */
    public Map<String, Recipient> named(Collection<String> recipients) {
        return jdbi
                .withHandle(
                        handle ->
                                bindTexts(
                                                handle.createQuery(
                                                        "select * from recipient where recipient = any(:keys)"),
                                                "keys",
                                                recipients)
                                        .map((row, _) -> recipient(row))
                                        .list())
                .stream()
                .collect(Collectors.toMap(Recipient::id, r -> r));
    }

    Optional<StoredRecipient> stored(String recipient) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(STORED + "where r.recipient = :recipient")
                                .bind("recipient", recipient)
                                .map((row, _) -> stored(row))
                                .findOne());
    }

    /** Holds the row until the transaction ends, so that a checked version stays true. */
    Optional<StoredRecipient> lock(String recipient) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        STORED + "where r.recipient = :recipient for update of r")
                                .bind("recipient", recipient)
                                .map((row, _) -> stored(row))
                                .findOne());
    }

    List<StoredRecipient> list(RecipientFilter filter, int limit, int offset) {
        return jdbi.withHandle(
                handle ->
                        bind(
                                        handle.createQuery(
                                                STORED
                                                        + "where "
                                                        + RecipientFilter.SQL
                                                        + " order by r.recipient limit :limit offset :offset"),
                                        filter)
                                .bind("limit", limit)
                                .bind("offset", offset)
                                .map((row, _) -> stored(row))
                                .list());
    }

    long count(RecipientFilter filter) {
        return jdbi.withHandle(
                handle ->
                        bind(
                                        handle.createQuery(
                                                "select count(*) from recipient r where "
                                                        + RecipientFilter.SQL),
                                        filter)
                                .mapTo(Long.class)
                                .one());
    }

    private static <S extends SqlStatement<S>> S bind(S statement, RecipientFilter filter) {
        return statement
                .bind("unit", filter.unit())
                .bind("section", filter.section())
                .bind("role", filter.role())
                .bind("failing", filter.failing());
    }

    Set<String> existing(Collection<String> recipients) {
        return new HashSet<>(
                jdbi.withHandle(
                        handle ->
                                bindTexts(
                                                handle.createQuery(
                                                        "select recipient from recipient where recipient = any(:keys)"),
                                                "keys",
                                                recipients)
                                        .mapTo(String.class)
                                        .list()));
    }

    void put(Collection<Recipient> recipients, String by) {
        List<Recipient> all = List.copyOf(recipients);
        for (int from = 0; from < all.size(); from += BATCH) {
            List<Recipient> some = all.subList(from, Math.min(all.size(), from + BATCH));
            jdbi.useHandle(
                    handle -> {
                        PreparedBatch batch = handle.prepareBatch(UPSERT);
                        some.forEach(recipient -> bind(batch, recipient, by).add());
                        batch.execute();
                    });
        }
    }

    private PreparedBatch bind(PreparedBatch batch, Recipient r, String by) {
        return bindTexts(batch, "sections", r.sections().stream().sorted().toList())
                .bind("recipient", r.id())
                .bind("email", r.email())
                .bind("name", r.name())
                .bind("language", r.language().name())
                .bind("unit", r.unit())
                .bind("role", r.role().name())
                .bind("at", r.at())
                .bind("pausedUntil", r.pausedUntil())
                .bind("now", Columns.utc(clock.instant()))
                .bind("by", by);
    }

    /** A pause somebody asked for by a link; it never shortens one that is there. */
    public void pause(String recipient, LocalDate until, String by) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(
                                        """
                                        update recipient
                                           set paused_until = greatest(paused_until, :until), version = version + 1,
                                               changed_at = :now, changed_by = :by
                                         where recipient = :recipient
                                        """)
                                .bind("recipient", recipient)
                                .bind("until", until)
                                .bind("now", Columns.utc(clock.instant()))
                                .bind("by", by)
                                .execute());
    }

    void delete(String recipient) {
        jdbi.useHandle(
                handle -> handle.execute("delete from recipient where recipient = ?", recipient));
    }

    private static StoredRecipient stored(ResultSet row) throws SQLException {
        Instant failedAt = Columns.instantOrNull(row, "failed_at");
        return new StoredRecipient(
                recipient(row),
                row.getLong("version"),
                Columns.instant(row, "changed_at"),
                failedAt == null
                        ? null
                        : new MailFailure(
                                failedAt,
                                row.getString("failed_reply"),
                                row.getObject("failed_message", UUID.class)));
    }

    private static Recipient recipient(ResultSet row) throws SQLException {
        return new Recipient(
                row.getString("recipient"),
                row.getString("email"),
                row.getString("name"),
                Language.valueOf(row.getString("language")),
                row.getString("unit"),
                Set.copyOf(Columns.texts(row, "sections")),
                Role.valueOf(row.getString("role")),
                Columns.timeOrNull(row, "at"),
                Columns.dateOrNull(row, "paused_until"));
    }

    /** Which recipients a list shows; null means any. */
    record RecipientFilter(
            @Nullable String unit,
            @Nullable String section,
            @Nullable String role,
            boolean failing) {

        static final String SQL =
                """
                (cast(:unit as text) is null or r.unit = :unit)
                and (cast(:section as text) is null or :section = any(r.sections) or cardinality(r.sections) = 0)
                and (cast(:role as text) is null or r.role = :role)
                and (not :failing or 'FAILED' = (select l.state from ("""
                        + LAST_MAIL
                        + ") l))";

        RecipientFilter ofUnit(String only) {
            return new RecipientFilter(only, section, role, failing);
        }
    }
}
