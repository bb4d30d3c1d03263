package org.kongdee.client.bulk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.kongdee.client.Answer;
import org.kongdee.client.ConnectionException;
import org.kongdee.client.Json;
import org.kongdee.client.rubric.RubricApi;
import org.kongdee.client.rubric.ScoreLine;
import org.kongdee.client.rubric.ScoreOutcome;
import org.kongdee.client.rubric.ScoreOutcomes;

/**
 * Writes the scores of a job into a cycle, batch by batch. A job that was stopped in whatever way,
 * and is run again with the same scores and journal, writes each once and tells the outcome of all:
 * what the journal has is not sent again, and what was on its way goes out under the same
 * Idempotency-Key, under which the service does it once. After the 24 hours of a key nothing is
 * written twice either, because a score that stands with the same claim and note is left unchanged.
 *
 * <p>Scores are compared by batch, so the order must be the same too; other scores, or the same in
 * another order, are other batches. Name each score once.
 */
public final class BulkScores {

    private static final int MOST_LINES = 2_000;

    /** Below the 4 MiB that a service takes. */
    private static final int MOST_BYTES = 3 << 20;

    private final RubricApi rubric;
    private final String cycle;
    private final String job;
    private final Path journal;
    private final boolean overwrite;
    private final int lines;

    private BulkScores(
            RubricApi rubric,
            String cycle,
            String job,
            Path journal,
            boolean overwrite,
            int lines) {
        this.rubric = rubric;
        this.cycle = Objects.requireNonNull(cycle, "cycle");
        this.job = Objects.requireNonNull(job, "job");
        this.journal = Objects.requireNonNull(journal, "journal");
        this.overwrite = overwrite;
        this.lines = lines;
    }

    /**
     * @param job a name for this night's job, such as hr-2022-01-15: another night's batch with the
     *     same scores is another one
     * @param journal the file that remembers what has been told; made if it is not there
     */
    public static BulkScores into(RubricApi rubric, String cycle, String job, Path journal) {
        return new BulkScores(rubric, cycle, job, journal, false, MOST_LINES);
    }

    /** Writes over what is there; the ifMatch of a line goes before it. */
    public BulkScores overwrite() {
        return new BulkScores(rubric, cycle, job, journal, true, lines);
    }

    /** Sends fewer than 2,000 scores at a time. */
    public BulkScores batch(int most) {
        if (most < 1 || most > MOST_LINES) {
            throw new IllegalArgumentException(
                    "batch is " + most + "; it must be 1 to " + MOST_LINES);
        }
        return new BulkScores(rubric, cycle, job, journal, overwrite, most);
    }

    /** How a job came out. */
    public record Summary(long accepted, long rejected, long earlier) {
        public long lines() {
            return accepted + rejected;
        }
    }

    /**
     * Sends them all. Batches are read as they go, so that any number needs little memory.
     *
     * @param each is given the outcome of every score, in their order
     * @throws org.kongdee.client.ProblemException if a batch is refused as a whole, such as when
     *     the cycle is not open; those before it are done
     */
    public Summary send(Iterator<ScoreLine> scores, Consumer<LineResult> each) {
        try (var told = Journal.open(journal)) {
            var batches = new Batches(scores, lines, MOST_BYTES);
            long first = 1;
            long accepted = 0;
            long rejected = 0;
            long earlier = 0;
            while (batches.hasNext()) {
                List<ScoreLine> batch = batches.next();
                String key = key(batch);
                Optional<List<Journal.Entry>> known = told.outcomes(key);
                List<Journal.Entry> entries;
                if (known.isPresent()) {
                    entries = known.get();
                } else {
                    told.sending(key, first, batch.size());
                    entries = put(batch, key);
                    told.done(key, entries);
                }
                for (Journal.Entry entry : entries) {
                    var result = result(first++, entry, known.isPresent());
                    accepted += result.accepted() ? 1 : 0;
                    rejected += result.accepted() ? 0 : 1;
                    earlier += result.earlier() ? 1 : 0;
                    each.accept(result);
                }
            }
            return new Summary(accepted, rejected, earlier);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LineResult result(long line, Journal.Entry entry, boolean earlier) {
        return new LineResult(
                line,
                entry.key(),
                entry.status(),
                entry.points(),
                entry.etag(),
                entry.problem(),
                earlier);
    }

    private List<Journal.Entry> put(List<ScoreLine> batch, String key) {
        Answer<ScoreOutcomes> answer =
                rubric.putScores(cycle, batch)
                        .overwrite(overwrite ? true : null)
                        .idempotencyKey(key)
                        .answer();
        List<ScoreOutcome> outcomes =
                answer.replayedAsSummary() ? asTheyStand(batch) : answer.body().outcomes();
        if (outcomes.size() != batch.size()) {
            throw new ConnectionException(
                    "POST scores: "
                            + batch.size()
                            + " scores were sent, and "
                            + outcomes.size()
                            + " outcomes came",
                    null);
        }
        var entries = new ArrayList<Journal.Entry>(batch.size());
        for (ScoreOutcome outcome : outcomes) {
            ScoreKey score = ScoreKey.of(batch.get(outcome.line() - 1));
            entries.add(
                    new Journal.Entry(
                            score.unit(),
                            score.criterion(),
                            score.stage(),
                            outcome.status(),
                            outcome.points(),
                            outcome.etag(),
                            outcome.problem()));
        }
        return entries;
    }

    /**
     * Where the service kept only the counts of a very long answer: without writing, a score that
     * stands as it was sent is told as unchanged, and all others as refused.
     */
    private List<ScoreOutcome> asTheyStand(List<ScoreLine> batch) {
        return rubric.putScores(
                        cycle,
                        batch.stream().map(line -> line.toBuilder().ifMatch(null).build()).toList())
                .dryRun(true)
                .send()
                .outcomes();
    }

    private String key(List<ScoreLine> batch) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String said : List.of(job, cycle, overwrite ? "overwrite" : "keep")) {
                digest.update(said.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            digest.update(Json.MAPPER.writeValueAsBytes(batch));
            return "scores-"
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest());
        } catch (NoSuchAlgorithmException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
