package org.kongdee.web.body;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.kongdee.web.security.Door;

/**
 * What is done with the rest of a body that was answered before it had arrived. A connection that
 * is closed at once takes the answer with it at most clients; so a little more is read and dropped,
 * of a caller who is known more than of anybody.
 */
@ApplicationScoped
class Unread {

    /** Before all that refuses. */
    private static final int EARLY = 9_800;

    private static final int MEBI = 1 << 20;

    /** How much is dropped, and for how long. */
    private record Allowance(long bytes, long millis) {
        static final Allowance ANYBODY = new Allowance(MEBI / 4, 1_000);
        static final Allowance KNOWN = new Allowance(32L * MEBI, 5_000);
    }

    void register(@Observes Filters filters) {
        filters.register(Unread::watch, EARLY);
    }

    private static void watch(RoutingContext context) {
        if (Intake.hasBody(context.request())) {
            context.addEndHandler(_ -> drop(context));
        }
        context.next();
    }

    private static void drop(RoutingContext context) {
        HttpServerRequest request = context.request();
        // Of a connection that is gone nothing is left, and a reader may still have to be told.
        if (request.isEnded() || !context.response().ended()) {
            return;
        }
        Allowance allowance = Door.isKnown(context) ? Allowance.KNOWN : Allowance.ANYBODY;
        long timer = context.vertx().setTimer(allowance.millis, _ -> request.connection().close());
        long[] left = {allowance.bytes};
        request.handler(
                bytes -> {
                    left[0] -= bytes.length();
                    if (left[0] < 0) {
                        request.connection().close();
                    }
                });
        request.endHandler(_ -> context.vertx().cancelTimer(timer));
        request.exceptionHandler(_ -> context.vertx().cancelTimer(timer));
        request.resume();
    }
}
