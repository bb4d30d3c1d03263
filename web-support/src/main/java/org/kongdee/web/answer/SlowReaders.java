package org.kongdee.web.answer;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.FileRegion;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Closes the connection of a reader who takes less of an answer than {@code
 * kongdee.answer.min-rate}. An answer of which nothing waits, such as a quiet stream of events, is
 * not looked at.
 */
@ApplicationScoped
class SlowReaders {

    private static final int EARLY = 9_900;
    private static final int LOOKS_IN_WINDOW = 6;

    private final Set<Reader> readers = ConcurrentHashMap.newKeySet();
    private final Vertx vertx;
    private final long least;
    private final long timer;

    SlowReaders(AnswerSettings settings, Vertx vertx) {
        this.vertx = vertx;
        long window = settings.rateWindow().toMillis();
        this.least = settings.minRate().asLongValue() * window / 1000;
        this.timer =
                vertx.setPeriodic(
                        Math.max(1, window / LOOKS_IN_WINDOW), _ -> readers.forEach(Reader::look));
    }

    void register(@Observes Filters filters) {
        filters.register(this::watch, EARLY);
    }

    @PreDestroy
    void stop() {
        vertx.cancelTimer(timer);
    }

    private void watch(RoutingContext context) {
        var reader = new Reader(context);
        context.addHeadersEndHandler(_ -> readers.add(reader));
        context.addEndHandler(_ -> readers.remove(reader));
        context.next();
    }

    /** One answer that is under way. */
    private final class Reader {

        private final RoutingContext context;
        private final Channel channel;
        private long takenBefore;
        private int looks;

        Reader(RoutingContext context) {
            this.context = context;
            this.channel = ((ConnectionBase) context.request().connection()).channel();
        }

        void look() {
            channel.eventLoop().execute(this::compare);
        }

        private void compare() {
            ChannelOutboundBuffer waiting = channel.unsafe().outboundBuffer();
            if (waiting == null || waiting.isEmpty()) {
                looks = 0;
                return;
            }
            long taken = taken(waiting);
            if (looks == 0 || taken < takenBefore) {
                takenBefore = taken;
                looks = 1;
            } else if (taken - takenBefore >= least) {
                takenBefore = taken;
                looks = 1;
            } else if (++looks > LOOKS_IN_WINDOW) {
                context.request().connection().close();
            }
        }

        private long taken(ChannelOutboundBuffer waiting) {
            return waiting.current() instanceof FileRegion file
                    ? file.transferred()
                    : context.response().bytesWritten() - waiting.totalPendingWriteBytes();
        }
    }
}
