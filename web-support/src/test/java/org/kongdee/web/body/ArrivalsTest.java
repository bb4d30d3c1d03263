package org.kongdee.web.body;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static final int RATE = 100;

    private final List<String> cut = new ArrayList<>();
    private long now;
    private final Arrivals arrivals = new Arrivals(4, 2, RATE, () -> now, VERTX);

    @AfterAll
    static void close() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void cutsTheSlowestOfACallerWhoSendsTooMany() {
        Arrival slow = begin("a", "slow");
        Arrival fast = begin("a", "fast");
        begin("b", "other");
        pass(Duration.ofSeconds(3));
        fast.received(1_000);
        slow.received(10);
        assertThat(arrivals.begin("a")).isPresent();
        assertThat(cut).containsExactly("slow");
        assertThat(arrivals.size()).isEqualTo(3);
    }

    @Test
    void cutsTheSlowestOfAllWhereTheyAreTooMany() {
        begin("a", "a1").received(1_000);
        begin("b", "b1").received(50);
        begin("c", "c1").received(1_000);
        begin("d", "d1").received(1_000);
        pass(Duration.ofSeconds(2));
        assertThat(arrivals.begin("e")).isPresent();
        assertThat(cut).containsExactly("b1");
    }

    @Test
    void cutsNoneThatHasOnlyJustBegun() {
        begin("a", "a1");
        begin("a", "a2");
        pass(Duration.ofMillis(1_999));
        assertThat(arrivals.begin("a")).isEmpty();
        assertThat(cut).isEmpty();
    }

    @Test
    void looksAtWhatCameLatelyOnly() {
        Arrival stalled = begin("a", "stalled");
        Arrival steady = begin("a", "steady");
        stalled.received(1_000_000);
        for (int second = 0; second < 5; second++) {
            steady.received(200);
            pass(Duration.ofSeconds(1));
            arrivals.look();
        }
        steady.received(200);
        assertThat(arrivals.begin("a")).isPresent();
        assertThat(cut).containsExactly("stalled");
    }

    @Test
    void makesRoomByThoseThatAreSlowerThanTheyMayBe() {
        Arrival fast = begin("a", "fast");
        Arrival slow = begin("b", "slow");
        pass(Duration.ofSeconds(2));
        fast.received(RATE);
        slow.received(RATE - 1);
        assertThat(arrivals.cutSlow()).isTrue();
        assertThat(cut).containsExactly("slow");
        assertThat(arrivals.cutSlow()).isFalse();
    }

    @Test
    void forgetsWhatHasArrived() {
        Arrival first = begin("a", "a1");
        begin("a", "a2");
        arrivals.end(first);
        arrivals.end(first);
        pass(Duration.ofMinutes(1));
        assertThat(arrivals.begin("a")).isPresent();
        assertThat(cut).isEmpty();
        assertThat(first.isCut()).isFalse();
        assertThat(arrivals.size()).isEqualTo(2);
    }

    private Arrival begin(String caller, String name) {
        Optional<Arrival> arrival = arrivals.begin(caller);
        assertThat(arrival).isPresent();
        arrival.get().whenCut(() -> cut.add(name));
        return arrival.get();
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
