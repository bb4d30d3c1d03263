package org.kongdee.web.body;

import io.vertx.core.Vertx;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * The bodies that are under way, of all callers. Over the bounds the slowest is cut off, never one
 * that has arrived, and none that has only just begun.
 */
@ApplicationScoped
public class Arrivals {

    private static final long STEP_MILLIS = 1000;

    /** Younger ones have not shown how fast they are. */
    private static final long GRACE_NANOS = Duration.ofSeconds(2).toNanos();

    private final Set<Arrival> unfinished = new LinkedHashSet<>();
    private final Map<String, Integer> ofCallers = new HashMap<>();
    private final int most;
    private final int mostOfCaller;
    private final long slow;
    private final LongSupplier nanoTime;
    private final Vertx vertx;
    private long timer;

    @Inject
    Arrivals(BodySettings settings, Vertx vertx) {
        this(
                settings.mostUnfinished(),
                settings.mostUnfinishedOfCaller(),
                settings.minRate().asLongValue(),
                System::nanoTime,
                vertx);
    }

    Arrivals(int most, int mostOfCaller, long minRate, LongSupplier nanoTime, Vertx vertx) {
        this.most = most;
        this.mostOfCaller = mostOfCaller;
        this.slow = minRate;
        this.nanoTime = nanoTime;
        this.vertx = vertx;
    }

    @PostConstruct
    void start() {
        timer = vertx.setPeriodic(STEP_MILLIS, _ -> look());
    }

    @PreDestroy
    void stop() {
        vertx.cancelTimer(timer);
    }

    /** A body begins; empty if there are too many, and none that could be cut off for it. */
    Optional<Arrival> begin(String caller) {
        var arrival = new Arrival(caller, nanoTime.getAsLong());
        Optional<Arrival> slowest;
        synchronized (this) {
            boolean fullOfCaller = ofCallers.getOrDefault(caller, 0) >= mostOfCaller;
            if (!fullOfCaller && unfinished.size() < most) {
                add(arrival);
                return Optional.of(arrival);
            }
            slowest = slowest(other -> !fullOfCaller || other.caller().equals(caller));
            slowest.ifPresent(
                    cut -> {
                        remove(cut);
                        add(arrival);
                    });
        }
        slowest.ifPresent(Arrival::cut);
        return slowest.map(_ -> arrival);
    }

    /** Cuts off the slowest if it is slower than bodies may be; whether there was one. */
    boolean cutSlow() {
        Optional<Arrival> slowest;
        synchronized (this) {
            slowest = slowest(other -> other.lately() < slow);
            slowest.ifPresent(this::remove);
        }
        slowest.ifPresent(Arrival::cut);
        return slowest.isPresent();
    }

    /** A body has arrived, or will not arrive any more. */
    synchronized void end(Arrival arrival) {
        remove(arrival);
    }

    synchronized void look() {
        unfinished.forEach(Arrival::look);
    }

    synchronized int size() {
        return unfinished.size();
    }

    private Optional<Arrival> slowest(Predicate<Arrival> considered) {
        long now = nanoTime.getAsLong();
        return unfinished.stream()
                .filter(arrival -> now - arrival.begun() >= GRACE_NANOS)
                .filter(considered)
                .min(Comparator.comparingLong(Arrival::lately));
    }

    private void add(Arrival arrival) {
        unfinished.add(arrival);
        ofCallers.merge(arrival.caller(), 1, Integer::sum);
    }

    private void remove(Arrival arrival) {
        if (unfinished.remove(arrival)) {
            ofCallers.computeIfPresent(
                    arrival.caller(), (_, count) -> count == 1 ? null : count - 1);
        }
    }
}
