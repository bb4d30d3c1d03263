package org.kongdee.rubric.score;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.assessment.Stage;
import org.kongdee.rubric.score.HistoryEntry.Action;

/** Reads the table {@code score_history}. */
@ApplicationScoped
class HistoryRepository {

    private static final int FETCH_SIZE = 500;
    private static final String WHERE =
            " from score_history where cycle = :cycle and unit = :unit"
                    + " and (cast(:criterion as text) is null or criterion = :criterion)";

    private final Jdbi jdbi;

    HistoryRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    boolean isEnrolled(String cycle, String unit) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        "select exists (select 1 from assessment where cycle = :cycle and unit = :unit)")
                                .bind("cycle", cycle)
                                .bind("unit", unit)
                                .mapTo(Boolean.class)
                                .one());
    }

    /** The newest first. */
    List<HistoryEntry> page(
            String cycle, String unit, @Nullable String criterion, int offset, int size) {
        return jdbi.withHandle(
                handle ->
                        bind(
                                        handle.createQuery(
                                                "select *"
                                                        + WHERE
                                                        + " order by seq desc offset :offset limit :size"),
                                        cycle,
                                        unit,
                                        criterion)
                                .bind("offset", offset)
                                .bind("size", size)
                                .map((row, _) -> entry(row))
                                .list());
    }

    long count(String cycle, String unit, @Nullable String criterion) {
        return jdbi.withHandle(
                handle ->
                        bind(handle.createQuery("select count(*)" + WHERE), cycle, unit, criterion)
                                .mapTo(Long.class)
                                .one());
    }

    /** The oldest first, so that a reader can follow the chain. */
    void forEach(
            String cycle, String unit, @Nullable String criterion, Consumer<HistoryEntry> sink) {
        jdbi.useHandle(
                handle ->
                        bind(
                                        handle.createQuery("select *" + WHERE + " order by seq"),
                                        cycle,
                                        unit,
                                        criterion)
                                .setFetchSize(FETCH_SIZE)
                                .map((row, _) -> entry(row))
                                .forEach(sink));
    }

    private static Query bind(Query query, String cycle, String unit, @Nullable String criterion) {
        return query.bind("cycle", cycle).bind("unit", unit).bind("criterion", criterion);
    }

    private static HistoryEntry entry(ResultSet row) throws SQLException {
        Instant at = row.getTimestamp("changed_at").toInstant();
        return new HistoryEntry(
                row.getLong("seq"),
                Stage.valueOf(row.getString("stage")),
                row.getString("criterion"),
                Action.valueOf(row.getString("action")),
                row.getString("claim_before"),
                row.getString("claim_after"),
                row.getString("mark_before"),
                row.getString("mark_after"),
                row.getString("note"),
                at,
                row.getString("changed_by"),
                row.getString("request_id"),
                row.getString("previous_hash"),
                row.getString("hash"));
    }
}
