package org.kongdee.rubric.event;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.kongdee.rubric.event.EventRepository.Followed;
import org.kongdee.rubric.event.EventRepository.Placed;

/**
 * Streams events by asking the tables every second: one indexed statement a reader, whichever
 * replica made the change. A reader that is slow is asked less often, and misses nothing.
 */
@ApplicationScoped
class EventStream {

    private static final Duration EVERY = Duration.ofSeconds(1);

    /** Events a batch; a reader who is far behind gets as many a second. */
    private static final int BATCH = 1_000;

    /** An empty batch now and then tells proxies, and the reader, that the connection is alive. */
    private static final int SIGN_OF_LIFE = 15;

    private final EventRepository repository;

    EventStream(EventRepository repository) {
        this.repository = repository;
    }

    /**
     * Batches of what happens after a position; the first, and every now and then another one, is
     * empty if nothing did.
     *
     * @param lasting after which the stream ends
     */
    Multi<List<Placed>> of(Followed followed, EventPosition from, Duration lasting) {
        var reader = new Reader(followed, from);
        var quiet = new AtomicInteger();
        return Multi.createFrom()
                .ticks()
                .every(EVERY)
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(
                        _ ->
                                Uni.createFrom()
                                        .item(reader::next)
                                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                .select()
                .where(batch -> !batch.isEmpty() || quiet.getAndIncrement() % SIGN_OF_LIFE == 0)
                .select()
                .first(lasting);
    }

    /** Remembers how far one reader has got; asked again only after it has answered. */
    private final class Reader {

        private final Followed followed;
        private volatile EventPosition position;

        Reader(Followed followed, EventPosition from) {
            this.followed = followed;
            this.position = from;
        }

        List<Placed> next() {
            List<Placed> batch = repository.after(followed, position, BATCH);
            if (!batch.isEmpty()) {
                position = batch.getLast().position();
            }
            return batch;
        }
    }
}
