package org.kongdee.notification.deadline;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.planning.DeadlineStatus;
import org.kongdee.web.clock.SystemTime;
import org.kongdee.web.sql.Sql;

/** The table {@code rubric_outbox}. Who tells takes rows by the clock of the database. */
@ApplicationScoped
public class RubricOutboxRepository implements PanacheRepositoryBase<MilestoneReport, String> {

    private final Sql sql;
    private final Clock clock;

    RubricOutboxRepository(Sql sql, @SystemTime Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Whoever says so holds the milestone, so that nobody else speaks of it. */
    void say(String deadline, boolean done, String reason, Who who) {
        Instant now = clock.instant();
        findByIdOptional(deadline, LockModeType.PESSIMISTIC_WRITE)
                .ifPresentOrElse(
                        before -> before.say(done, reason, who, now),
                        () -> persist(new MilestoneReport(deadline, done, reason, who, now)));
        // What is read of it is read by SQL.
        flush();
    }

    /** Takes what is to be told; if the teller dies, it is taken again after a minute. */
    public List<UntoldReport> take(int limit) {
        return sql.rows(
                """
                update rubric_outbox o
                   set next_at = now() + interval '1 minute', attempts = attempts + 1
                  from deadline d
                 where d.deadline = o.deadline
                   and o.deadline in (select deadline from rubric_outbox where next_at <= now() and refused_at is null
                                       order by said_at limit :limit for update skip locked)
                returning o.deadline, d.cycle, d.unit, d.criterion, d.code, d.section, o.done, o.reason,
                          o.said_by, o.said_by_name, o.said_at
                """,
                p -> p.number("limit", limit),
                row ->
                        new UntoldReport(
                                row.text("deadline"),
                                row.text("cycle"),
                                row.text("unit"),
                                row.text("criterion"),
                                row.text("code"),
                                row.textOrNull("section"),
                                row.flag("done"),
                                row.text("reason"),
                                new Who(row.text("said_by"), row.textOrNull("said_by_name")),
                                row.instant("said_at")));
    }

    /**
     * Removes what was told, unless something else has been said meanwhile; the mirror shows at
     * once what came of it.
     */
    @Transactional
    public void told(UntoldReport report, DeadlineStatus status, @Nullable Settled settled) {
        sql.update(
                """
                update deadline
                   set status = :status, settled = cast(:settled as jsonb), revision = revision + 1
                 where deadline = :deadline
                """,
                p ->
                        p.constant("status", status)
                                .json("settled", settled)
                                .text("deadline", report.deadline()));
        delete("deadline = ?1 and saidAt = ?2", report.deadline(), report.saidAt());
    }

    /** Keeps what rubric-service does not take; what it says holds. */
    @Transactional
    public void refused(UntoldReport report, String failure) {
        sql.update(
                """
                update rubric_outbox set failure = :failure, refused_at = :now
                 where deadline = :deadline and said_at = :saidAt
                """,
                p ->
                        p.text("failure", failure)
                                .instant("now", clock.instant())
                                .text("deadline", report.deadline())
                                .instant("saidAt", report.saidAt()));
    }

    /** Tries again later. */
    public void notTold(UntoldReport report, String failure) {
        sql.update(
                """
                update rubric_outbox
                   set failure = :failure,
                       next_at = now() + least(interval '1 hour', interval '10 seconds' * power(2, least(attempts, 12)))
                 where deadline = :deadline and said_at = :saidAt
                """,
                p ->
                        p.text("failure", failure)
                                .text("deadline", report.deadline())
                                .instant("saidAt", report.saidAt()));
    }
}
