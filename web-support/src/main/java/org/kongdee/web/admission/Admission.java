package org.kongdee.web.admission;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.kongdee.web.body.ArrivingBody;
import org.kongdee.web.problem.Refusals;
import org.kongdee.web.problem.Unavailable;
import org.kongdee.web.text.Message;

/**
 * Lets so many requests be worked on at once as the database can serve soon. Others wait a moment,
 * on the event loop, and are then told to come again: a queue that grows only makes everybody late.
 *
 * <p>A place is left when the answer begins. Requests that stream take none: they are bounded as
 * bodies and as readers.
 */
@ApplicationScoped
class Admission {

    /** After bodies were read: nobody has a place while they send. */
    private static final int LAST = 40;

    private static final int TIMES_THE_POOL = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String API = "/v1/";

    private final Places places;
    private final Refusals refusals;

    Admission(
            @ConfigProperty(name = "quarkus.datasource.jdbc.max-size") int pool,
            Refusals refusals) {
        this.places = new Places(TIMES_THE_POOL * pool);
        this.refusals = refusals;
    }

    void register(@Observes Filters filters) {
        filters.register(this::enter, LAST);
    }

    private void enter(RoutingContext context) {
        if (!context.request().path().startsWith(API) || ArrivingBody.isUnderWay(context)) {
            context.next();
            return;
        }
        Context here = Vertx.currentContext();
        Runnable whenFree = () -> here.runOnContext(_ -> go(context));
        if (places.take(whenFree)) {
            go(context);
            return;
        }
        long timer =
                context.vertx()
                        .setTimer(
                                PATIENCE.toMillis(),
                                _ -> {
                                    if (places.giveUp(whenFree)) {
                                        refusals.refuse(context, busy());
                                    }
                                });
        context.addEndHandler(
                _ -> {
                    context.vertx().cancelTimer(timer);
                    boolean unused = places.giveUp(whenFree);
                });
    }

    private void go(RoutingContext context) {
        if (context.response().closed()) {
            places.leave();
            return;
        }
        var has = new AtomicBoolean(true);
        Runnable leave =
                () -> {
                    if (has.getAndSet(false)) {
                        places.leave();
                    }
                };
        context.addHeadersEndHandler(_ -> leave.run());
        context.addEndHandler(_ -> leave.run());
        context.next();
    }

    private static Unavailable busy() {
        return new Unavailable(
                Message.of("Too many requests are being worked on at once. Nothing was changed."),
                PATIENCE);
    }
}
