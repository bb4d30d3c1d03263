package org.kongdee.test;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * How many SQL statements a piece of work sends: its own thread's, and those of the requests that
 * the service answers meanwhile. What the jobs of the service send at the same time is not counted.
 */
public final class StatementCount {

    private static final AtomicInteger SENT = new AtomicInteger();
    private static volatile @Nullable Thread caller;

    private StatementCount() {}

    public static int of(Runnable work) {
        caller = Thread.currentThread();
        int before = SENT.get();
        try {
            work.run();
        } finally {
            caller = null;
        }
        return SENT.get() - before;
    }

    /** Whoever sends a statement says so here. */
    public static void sent() {
        if (Thread.currentThread().equals(caller) || isOfRequest()) {
            SENT.incrementAndGet();
        }
    }

    /** A job has a request's scope too, but no request. */
    private static boolean isOfRequest() {
        var arc = Arc.container();
        return arc != null
                && arc.requestContext().isActive()
                && arc.instance(CurrentVertxRequest.class).get().getCurrent() != null;
    }
}
