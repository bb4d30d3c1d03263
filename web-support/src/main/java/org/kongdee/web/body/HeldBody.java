package org.kongdee.web.body;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.kongdee.web.problem.Fault;
import org.kongdee.web.problem.Refusals;

/**
 * A body that is held whole, while it arrives on the event loop. REST finds it where Vert.x keeps
 * bodies that were read before.
 */
final class HeldBody {

    private final RoutingContext context;
    private final HttpServerRequest request;
    private final Arrival arrival;
    private final Arrivals arrivals;
    private final Room room;
    private final Refusals refusals;
    private final long most;
    private final Buffer body = Buffer.buffer();
    private final AtomicLong taken = new AtomicLong();
    private boolean done;

    HeldBody(
            RoutingContext context,
            Arrival arrival,
            long most,
            Arrivals arrivals,
            Room room,
            Refusals refusals) {
        this.context = context;
        this.request = context.request();
        this.arrival = arrival;
        this.most = most;
        this.arrivals = arrivals;
        this.room = room;
        this.refusals = refusals;
    }

    /** Reads it, at most for so long, and goes on to the operation. */
    void read(Duration within) {
        long timer = context.vertx().setTimer(within.toMillis(), _ -> refuse(Slow.heldFor(within)));
        var loop = context.vertx().getOrCreateContext();
        arrival.whenCut(
                () -> {
                    // At once: whoever had it cut is waiting for the room.
                    giveBack();
                    loop.runOnContext(_ -> refuse(Slow.cut()));
                });
        context.addEndHandler(
                _ -> {
                    done = true;
                    context.vertx().cancelTimer(timer);
                    giveBack();
                });
        // Else the first handler that is set would start it, before the others are.
        request.pause();
        request.handler(this::receive);
        request.endHandler(
                _ -> {
                    if (!done) {
                        done = true;
                        context.vertx().cancelTimer(timer);
                        arrivals.end(arrival);
                        ((RoutingContextInternal) context).setBody(body);
                        context.next();
                    }
                });
        request.resume();
    }

    private void receive(Buffer bytes) {
        if (done) {
            return;
        }
        arrival.received(bytes.length());
        if (body.length() + bytes.length() > most) {
            refuse(Intake.tooLarge(most));
        } else if (room.take(bytes.length()) || arrivals.cutSlow() && room.take(bytes.length())) {
            taken.addAndGet(bytes.length());
            body.appendBuffer(bytes);
        } else {
            refuse(Room.none());
        }
    }

    private void giveBack() {
        room.give(taken.getAndSet(0));
    }

    private void refuse(Fault fault) {
        if (!done) {
            done = true;
            refusals.refuse(context, fault);
        }
    }
}
