package org.kongdee.client.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.kongdee.client.Claim;
import org.kongdee.client.ConnectionException;
import org.kongdee.client.LocalServer;
import org.kongdee.client.rubric.Milestone;
import org.kongdee.client.rubric.ScoreLine;
import org.kongdee.client.rubric.ScoreOutcome;
import org.kongdee.client.rubric.Unit;

/** Pages, lines and changes, and what becomes of those that break off. */
class ListsTest {

    @RegisterExtension final LocalServer server = new LocalServer();

    @Test
    void turnsPagesUntilTheTotalIsThere() {
        server.json(200, page("A", "B")).json(200, page("C"));
        var units = server.client().build().rubric().listUnits().size(2).all().map(Unit::unit);
        assertThat(units).containsExactly("A", "B", "C");
        assertThat(server.received())
                .extracting(LocalServer.Received::target)
                .containsExactly("/v1/units?size=2&page=0", "/v1/units?size=2&page=1");
    }

    @Test
    void turnsAPageWhenItIsNeeded() {
        server.json(200, page("A", "B"));
        assertThat(server.client().build().rubric().listUnits().all().findFirst()).isPresent();
        assertThat(server.received()).hasSize(1);
    }

    private static String page(String... units) {
        return "{\"items\":["
                + String.join(
                        ",", Stream.of(units).map(unit -> "{\"unit\":\"" + unit + "\"}").toList())
                + "],\"page\":0,\"size\":2,\"total\":3}";
    }

    @Test
    void readsLines() {
        server.reply(200, "application/x-ndjson", "{\"unit\":\"A\"}\n\n{\"unit\":\"ก\"}\n");
        try (var units = server.client().build().rubric().listUnits().lines()) {
            assertThat(units.map(Unit::unit)).containsExactly("A", "ก");
        }
        assertThat(server.received().get(0).header("Accept")).startsWith("application/x-ndjson,");
    }

    @Test
    void tellsOfLinesThatBreakOff() {
        server.cutOff("application/x-ndjson", "{\"unit\":\"A\"}\n{\"unit\":\"B\"}\n");
        var read = new ArrayList<String>();
        assertThatThrownBy(
                        () ->
                                server.client()
                                        .build()
                                        .rubric()
                                        .listUnits()
                                        .lines()
                                        .forEach(unit -> read.add(unit.unit())))
                .isInstanceOf(ConnectionException.class)
                .hasMessageContaining("broke off");
        assertThat(read).containsExactly("A", "B");
    }

    @Test
    void sendsLinesAndReadsTheirOutcomes() {
        server.reply(
                200,
                "application/x-ndjson",
                """
                {"line":1,"status":201,"points":1.5,"etag":"\\"1\\"","problem":null}
                {"line":2,"status":200,"points":1,"etag":"\\"2\\"","problem":null}
                {"accepted":2,"rejected":0}
                """);
        var lines = List.of(line("1"), line("2"));
        var outcomes = server.client().build().rubric().putScores("c", lines.iterator()).outcomes();
        assertThat(outcomes).extracting(ScoreOutcome::status).containsExactly(201, 200);
        assertThat(outcomes.last().accepted()).isEqualTo(2);
        assertThat(server.received().get(0).body())
                .isEqualTo(
                        "{\"unit\":\"U\",\"criterion\":\"1\",\"claim\":{\"rung\":1}}\n"
                                + "{\"unit\":\"U\",\"criterion\":\"2\",\"claim\":{\"rung\":1}}\n");
    }

    @Test
    void takesOutcomesWithoutTheirSummaryAsCutOff() {
        server.reply(
                200,
                "application/x-ndjson",
                "{\"line\":1,\"status\":201,\"points\":1.5,\"etag\":\"\\\"1\\\"\",\"problem\":null}\n");
        var outcomes =
                server.client()
                        .build()
                        .rubric()
                        .putScores("c", List.of(line("1")).iterator())
                        .outcomes();
        assertThatThrownBy(outcomes::last)
                .isInstanceOf(ConnectionException.class)
                .hasMessageContaining("without its last line");
    }

    private static ScoreLine line(String criterion) {
        return ScoreLine.builder().unit("U").criterion(criterion).claim(Claim.rung(1)).build();
    }

    @Test
    void followsChangesToTheirEnd() {
        server.json(200, changes("c1", "A", "B"))
                .json(200, changes("c2", "C"))
                .json(200, changes("c3"));
        var feed =
                server.client().build().rubric().listMilestones("c").unit("U").changes(Feed.START);
        assertThat(feed).extracting(Milestone::id).containsExactly("A", "B", "C");
        assertThat(feed.cursor()).isEqualTo("c3");
        assertThat(server.received())
                .extracting(LocalServer.Received::target)
                .containsExactly(
                        "/v1/cycles/c/milestones?unit=U&changedSince=start",
                        "/v1/cycles/c/milestones?unit=U&changedSince=c1",
                        "/v1/cycles/c/milestones?unit=U&changedSince=c2");
    }

    @Test
    void keepsTheCursorBeforeWhatIsAtHand() {
        server.json(200, changes("c1", "A")).json(200, changes("c2", "B"));
        var feed = server.client().build().rubric().listMilestones("c").changes("c0");
        var changed = feed.iterator();
        changed.next();
        assertThat(feed.cursor()).isEqualTo("c0");
        changed.next();
        assertThat(feed.cursor()).isEqualTo("c1");
    }

    private static String changes(String cursor, String... ids) {
        return "{\"items\":["
                + String.join(",", Stream.of(ids).map(id -> "{\"id\":\"" + id + "\"}").toList())
                + "],\"cursor\":\""
                + cursor
                + "\"}";
    }
}
