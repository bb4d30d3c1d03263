package org.kongdee.rubric.cycle;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.kongdee.rubric.cycle.Cycle.ClaimsWithoutEvidence;
import org.kongdee.rubric.cycle.Cycle.Review;
import org.kongdee.rubric.cycle.Cycle.Status;
import org.kongdee.rubric.facts.Period;

/** The table {@code cycle}. */
@ApplicationScoped
public class CycleRepository {

    private static final int FETCH_SIZE = 200;

    private static final String SELECT =
            """
            select c.*, case when exists (select from evidence_outbox o where o.cycle = c.cycle and o.unit is null) then 'PENDING'
                             when exists (select from evidence_feed f where f.cycle = c.cycle) then 'REGISTERED' end as evidence
              from cycle c
            """;

    private final Jdbi jdbi;

    CycleRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A cycle with the version its ETag is made of. */
    public record Stored(Cycle cycle, long revision) {}

    public Optional<Stored> find(String cycle) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(SELECT + " where cycle = ?")
                                .bind(0, cycle)
                                .map((row, _) -> stored(row))
                                .findOne());
    }

    /** The same, and nobody changes its state until the transaction ends. */
    public Optional<Stored> findForUpdate(String cycle) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(SELECT + " where cycle = ? for no key update of c")
                                .bind(0, cycle)
                                .map((row, _) -> stored(row))
                                .findOne());
    }

    List<Cycle> page(int offset, int size) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(SELECT + " order by cycle offset ? limit ?")
                                .bind(0, offset)
                                .bind(1, size)
                                .map((row, _) -> stored(row).cycle())
                                .list());
    }

    /** Moves with every change of any cycle. */
    String version() {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        "select count(*) || '-' || coalesce(sum(revision), 0) from cycle")
                                .mapTo(String.class)
                                .one());
    }

    long count() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select count(*) from cycle").mapTo(Long.class).one());
    }

    void forEach(Consumer<Cycle> sink) {
        jdbi.useHandle(
                handle ->
                        handle.createQuery(SELECT + " order by cycle")
                                .setFetchSize(FETCH_SIZE)
                                .map((row, _) -> stored(row).cycle())
                                .forEach(sink));
    }

    /** False if it is there already. */
    boolean insert(Cycle cycle, String by) {
        return jdbi.withHandle(
                        handle ->
                                handle.createUpdate(
                                                """
                                                insert into cycle (cycle, rubric, version, period_start, period_end, time_zone, review,
                                                       claims_without_evidence, status, revision, changed_at, changed_by)
                                                values (:cycle, :rubric, :version, :start, :end, :zone, :review,
                                                       :claimsWithoutEvidence, :status, 1, :changedAt, :by)
                                                on conflict on constraint pk_cycle do nothing
                                                """)
                                        .bindMethods(cycle)
                                        .bind("start", cycle.period().start())
                                        .bind("end", cycle.period().end())
                                        .bind("zone", cycle.timeZone().getId())
                                        .bind("by", by)
                                        .execute())
                == 1;
    }

    /** The caller holds the row's lock. */
    void update(Cycle cycle, String by) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(
                                        """
                                        update cycle
                                           set rubric = :rubric, version = :version, period_start = :start, period_end = :end,
                                               time_zone = :zone, review = :review, status = :status,
                                               claims_without_evidence = :claimsWithoutEvidence,
                                               revision = revision + 1, changed_at = :changedAt, changed_by = :by
                                         where cycle = :cycle
                                        """)
                                .bindMethods(cycle)
                                .bind("start", cycle.period().start())
                                .bind("end", cycle.period().end())
                                .bind("zone", cycle.timeZone().getId())
                                .bind("by", by)
                                .execute());
    }

    /**
     * Moves the revision of every assessment, so that a score that was computed while the cycle was
     * open is not written after it closed.
     */
    void outdateAssessments(String cycle) {
        jdbi.useHandle(
                handle ->
                        handle.execute(
                                "update assessment set revision = revision + 1 where cycle = ?",
                                cycle));
    }

    private static Stored stored(ResultSet row) throws SQLException {
        String evidence = row.getString("evidence");
        var cycle =
                new Cycle(
                        row.getString("cycle"),
                        row.getString("rubric"),
                        row.getString("version"),
                        new Period(
                                row.getObject("period_start", LocalDate.class),
                                row.getObject("period_end", LocalDate.class)),
                        ZoneId.of(row.getString("time_zone")),
                        Review.valueOf(row.getString("review")),
                        ClaimsWithoutEvidence.valueOf(row.getString("claims_without_evidence")),
                        Status.valueOf(row.getString("status")),
                        evidence == null ? null : EvidenceState.valueOf(evidence),
                        row.getTimestamp("changed_at").toInstant());
        return new Stored(cycle, row.getLong("revision"));
    }
}
