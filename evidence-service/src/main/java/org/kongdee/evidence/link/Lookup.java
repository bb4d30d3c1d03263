package org.kongdee.evidence.link;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Finds the addresses of a host, if it is one to visit: if there are any, and every one is allowed.
 * A host that nobody knows and one that lies inside are told apart by nothing, or whoever files
 * links could ask which inner names there are: neither has addresses here, and both are settled
 * when the time for a lookup is over, however soon it answered.
 *
 * <p>What remains is outside of this service: a name server sees that it is asked, and who runs one
 * knows what it answers. A host that is visited shows that it was, by what it answers and how soon;
 * it is on the public internet, or the operator has allowed it.
 */
final class Lookup {

    private static final InetAddress[] NONE = {};

    private final Resolver resolver;
    private final AddressGuard guard;
    private final Duration time;
    private final Pause pause;

    /** Waits; a seam, because tests do not. */
    @FunctionalInterface
    interface Pause {
        void last(Duration time);
    }

    Lookup(Resolver resolver, AddressGuard guard, Duration time, Pause pause) {
        this.resolver = resolver;
        this.guard = guard;
        this.time = time;
        this.pause = pause;
    }

    /** Empty for a host that is not visited, for whatever reason. */
    List<InetAddress> addresses(String host) {
        long begun = System.nanoTime();
        List<InetAddress> found = List.of(found(host));
        if (!found.isEmpty() && found.stream().allMatch(guard::allows)) {
            return found;
        }
        pause.last(time.minusNanos(System.nanoTime() - begun));
        return List.of();
    }

    private InetAddress[] found(String host) {
        var lookup = new FutureTask<>(() -> resolver.resolve(host));
        Thread.ofVirtual().start(lookup);
        try {
            return lookup.get(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException unknown) {
            return NONE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return NONE;
        }
    }

    /** Waits for real. */
    static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
