package org.kongdee.web.body;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
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
            Context loop = Vertx.currentContext();
            context.addEndHandler(_ -> loop.runOnContext(_ -> drop(context)));
        }
        context.next();
    }

    private static void drop(RoutingContext context) {
        // Of a connection that is gone nothing is left, and a reader may still have to be told.
        if (!context.response().ended()) {
            return;
        }
        HttpServerRequest request = context.request();
        Allowance allowance = Door.isKnown(context) ? Allowance.KNOWN : Allowance.ANYBODY;
        long timer = context.vertx().setTimer(allowance.millis, _ -> request.connection().close());
        long[] left = {allowance.bytes};
        // Else the first handler that is set would start it, before the others are.
        request.pause();
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
        // Whether it had ended before is not known while it is paused.
        if (request.isEnded()) {
            boolean unused = context.vertx().cancelTimer(timer);
        }
    }
}
