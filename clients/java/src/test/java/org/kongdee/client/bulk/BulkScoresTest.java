package org.kongdee.client.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.kongdee.client.Claim;
import org.kongdee.client.ConnectionException;
import org.kongdee.client.LocalServer;
import org.kongdee.client.ProblemException;
import org.kongdee.client.rubric.ScoreLine;
import org.kongdee.client.rubric.Stage;

/** A job that is stopped at every point, and run again. */
class BulkScoresTest {

    @TempDir private Path folder;

    @RegisterExtension final LocalServer server = new LocalServer();

    @Test
    void sendsBatchesUnderKeysOfTheirOwn() {
        server.json(200, outcomes(2)).json(200, outcomes(1));
        var results = new ArrayList<LineResult>();
        var summary = bulk("night").send(scores(3), results::add);
        assertThat(summary).isEqualTo(new BulkScores.Summary(3, 0, 0));
        assertThat(results).extracting(LineResult::line).containsExactly(1L, 2L, 3L);
        assertThat(results.get(2).key()).isEqualTo(new ScoreKey("U", "3", Stage.SELF));
        assertThat(keys()).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    void doesNotSendAgainWhatTheJournalHas() {
        server.json(200, outcomes(2)).problem(409, "cycle-state");
        var first = new ArrayList<LineResult>();
        assertThatThrownBy(() -> bulk("night").send(scores(3), first::add))
                .isInstanceOf(ProblemException.class);
        server.json(200, outcomes(1));
        var second = new ArrayList<LineResult>();
        var summary = bulk("night").send(scores(3), second::add);
        assertThat(summary).isEqualTo(new BulkScores.Summary(3, 0, 2));
        assertThat(second.subList(0, 2))
                .usingRecursiveComparison()
                .ignoringFields("earlier")
                .isEqualTo(first);
        assertThat(keys().get(2)).isEqualTo(keys().get(1));
    }

    @Test
    void keepsNoLineThatWasNotWrittenToItsEnd() throws IOException {
        server.json(200, outcomes(2));
        bulk("night").send(scores(2), result -> {});
        String whole = Files.readString(journal());
        Files.writeString(journal(), "{\"sent\":\"scor", StandardOpenOption.APPEND);
        var summary = bulk("night").send(scores(2), result -> {});
        assertThat(summary.earlier()).isEqualTo(2);
        assertThat(journal()).hasContent(whole);
    }

    @Test
    void sendsAgainABatchWhoseOutcomesAreNotAllThere() throws IOException {
        server.json(200, outcomes(2));
        bulk("night").send(scores(2), result -> {});
        List<String> lines = Files.readAllLines(journal());
        Files.write(journal(), lines.subList(0, lines.size() - 1));
        server.json(200, outcomes(2), "Idempotency-Replayed", "true");
        var summary = bulk("night").send(scores(2), result -> {});
        assertThat(summary).isEqualTo(new BulkScores.Summary(2, 0, 0));
        assertThat(keys().get(1)).isEqualTo(keys().get(0));
    }

    @Test
    void takesAnotherNightAsAnotherJob() {
        server.json(200, outcomes(1)).json(200, outcomes(1));
        bulk("night").send(scores(1), result -> {});
        var summary = bulk("next night").send(scores(1), result -> {});
        assertThat(summary.earlier()).isZero();
        assertThat(keys()).doesNotHaveDuplicates();
    }

    @Test
    void asksHowTheyStandWhereOnlyCountsWereKept() {
        server.json(
                        200,
                        "{\"accepted\":1,\"rejected\":1,\"outcomes\":[]}",
                        "Idempotency-Replayed",
                        "summary")
                .json(200, outcomes(2));
        var replaced = new ArrayList<ScoreLine>();
        scores(2).forEachRemaining(line -> replaced.add(line.toBuilder().ifMatch("\"1\"").build()));
        var summary = bulk("night").overwrite().send(replaced.iterator(), result -> {});
        assertThat(summary.accepted()).isEqualTo(2);
        var asked = server.received().get(1);
        assertThat(asked.target()).isEqualTo("/v1/cycles/c/scores?dryRun=true");
        assertThat(asked.body()).doesNotContain("ifMatch");
    }

    @Test
    void doesNotTakeFewerOutcomesThanScores() {
        server.json(200, outcomes(1));
        assertThatThrownBy(() -> bulk("night").send(scores(2), result -> {}))
                .isInstanceOf(ConnectionException.class)
                .hasMessageContaining("2 scores were sent, and 1 outcomes came");
    }

    @Test
    void refusesAJournalThatAnotherJobHas() throws IOException {
        try (var other = Journal.open(journal())) {
            assertThat(other).isNotNull();
            assertThatThrownBy(() -> bulk("night").send(scores(1), result -> {}))
                    .hasMessageContaining("Another job has the journal");
        }
    }

    @Test
    void refusesAFileThatIsNoJournal() throws IOException {
        Files.writeString(journal(), "unit,criterion,claim\n");
        assertThatThrownBy(() -> bulk("night").send(scores(1), result -> {}))
                .hasMessageContaining("is no journal");
        assertThat(journal()).hasContent("unit,criterion,claim\n");
    }

    @Test
    void knowsVersionsFromTheJournal() {
        server.json(200, outcomes(2));
        bulk("night").send(scores(2), result -> {});
        var etags = ScoreEtags.ofJournal(journal());
        ScoreLine line = scores(2).next();
        assertThat(etags.replacing(line).ifMatch()).isEqualTo("\"1\"");
        etags.put(ScoreKey.of(line), null);
        assertThat(etags.replacing(line).ifMatch()).isNull();
        assertThat(etags.size()).isEqualTo(1);
    }

    @Test
    void cutsBatchesByBytesToo() {
        var score =
                ScoreLine.builder()
                        .unit("U")
                        .criterion("1")
                        .claim(Claim.rung(1))
                        .note("x".repeat(60))
                        .build();
        var batches = new Batches(List.of(score, score, score).iterator(), 10, 250);
        assertThat(batches.next()).hasSize(2);
        assertThat(batches.next()).hasSize(1);
        assertThat(batches.hasNext()).isFalse();
    }

    private Path journal() {
        return folder.resolve("journal");
    }

    private BulkScores bulk(String job) {
        return BulkScores.into(server.client().build().rubric(), "c", job, journal()).batch(2);
    }

    private List<String> keys() {
        return server.received().stream().map(sent -> sent.header("Idempotency-Key")).toList();
    }

    private static java.util.Iterator<ScoreLine> scores(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(
                        number ->
                                ScoreLine.builder()
                                        .unit("U")
                                        .criterion(Integer.toString(number))
                                        .claim(Claim.rung(1))
                                        .build())
                .iterator();
    }

    private static String outcomes(int count) {
        return "{\"accepted\":"
                + count
                + ",\"rejected\":0,\"outcomes\":["
                + String.join(
                        ",",
                        IntStream.rangeClosed(1, count)
                                .mapToObj(
                                        line ->
                                                "{\"line\":%d,\"status\":201,\"points\":1.50,\"etag\":\"\\\"%d\\\"\",\"problem\":null}"
                                                        .formatted(line, line))
                                .toList())
                + "]}";
    }
}
