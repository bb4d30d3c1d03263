package org.kongdee.rubric.score;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.assessment.Leaves;
import org.kongdee.rubric.assessment.Stage;
import org.kongdee.rubric.assessment.Totals;
import org.kongdee.rubric.cycle.CycleView;
import org.kongdee.rubric.evidence.Backing;
import org.kongdee.rubric.rubric.Rubrics;
import org.kongdee.rubric.scoring.Claim;
import org.kongdee.rubric.scoring.Mark;
import org.kongdee.rubric.scoring.Scorer;

/**
 * One stage of an assessment as a write finds it. {@link #apply} works out, without touching it,
 * what the write leaves behind: the scores, the totals and the entries of the history.
 *
 * @param group of the unit; null if the rubric has none
 * @param head of the assessment; a write that finds another revision does nothing
 * @param backing how far the unit's evidence backs claims
 * @param leaves the stored marks, see {@link Leaves}
 */
record Ledger(
        String unit,
        Stage stage,
        CycleView.Status status,
        String rubric,
        String version,
        @Nullable String group,
        Backing backing,
        Head head,
        List<@Nullable String> leaves) {

    /**
     * Where an assessment stands.
     *
     * @param revision moves with every write
     * @param seq number of the last entry of its history
     * @param hash of that entry; empty before the first
     */
    record Head(long revision, long seq, String hash) {}

    /**
     * Who changes, when (to the microsecond, as it is stored), by which request.
     *
     * @param byName what the token calls who it is, for people
     */
    record Author(String by, @Nullable String byName, Instant at, String requestId) {
        Author {
            at = at.truncatedTo(ChronoUnit.MICROS);
        }
    }

    /**
     * What a write leaves behind.
     *
     * @param found the head that the write must still find
     * @param left the head it leaves
     */
    record Update(
            String unit,
            Stage stage,
            Head found,
            Head left,
            List<@Nullable String> leaves,
            Totals totals,
            List<Change> changes,
            List<HistoryEntry> history) {}

    /** What the unit is scored by. */
    Scorer scorer(Rubrics rubrics) {
        return rubrics.scorer(rubric, version, group);
    }

    /**
     * Applies changes of different criteria.
     *
     * @param json writes a claim, for the history
     * @param from the head to continue from: this ledger's, or the one that another stage of the
     *     same assessment left
     */
    Update apply(
            List<Change> changes,
            Scorer scorer,
            Head from,
            Author author,
            Function<Claim, String> json) {
        var left = new ArrayList<@Nullable String>(leaves);
        var history = new ArrayList<HistoryEntry>(changes.size());
        Head last = from;
        for (Change change : changes) {
            int index = scorer.indexOf(change.criterion()).orElseThrow();
            @Nullable Mark mark = change.mark();
            @Nullable String leaf = mark == null ? null : Leaves.encode(mark);
            HistoryEntry entry =
                    HistoryEntry.of(last, stage, change, left.get(index), leaf, author, json);
            left.set(index, leaf);
            history.add(entry);
            last = new Head(last.revision(), entry.seq(), entry.hash());
        }
        var head = new Head(head().revision() + 1, last.seq(), last.hash());
        return new Update(
                unit,
                stage,
                head(),
                head,
                left,
                Totals.of(Leaves.score(scorer, left.toArray(String[]::new))),
                List.copyOf(changes),
                history);
    }
}
