package org.kongdee.notification.delivery;

import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The last part of a mail, as a stream that gives nothing until it is let through. The mail client
 * pulls it after the server's 354 and ends the mail only when it has had it all: whoever waits for
 * {@link #reached} knows that DATA has begun and that nothing can have been accepted yet.
 */
final class Gate implements ReadStream<Buffer> {

    private final Buffer content;
    private final CompletableFuture<Context> reached = new CompletableFuture<>();
    private volatile @Nullable Handler<Buffer> handler;
    private volatile @Nullable Handler<Void> end;
    private volatile @Nullable Handler<Throwable> failed;

    Gate(Buffer content) {
        this.content = content;
    }

    /** Done when the client asks for the content, with the context that it wants it in. */
    CompletableFuture<Context> reached() {
        return reached;
    }

    /** Gives the content; the client then ends the mail. Only once, after {@link #reached}. */
    void letThrough() {
        inItsContext(
                () -> {
                    tell(handler, content);
                    tell(end, null);
                });
    }

    /** Ends the dialogue; without its end the server throws the mail away. */
    void refuse() {
        inItsContext(() -> tell(failed, new IllegalStateException("the lease was lost")));
    }

    private void inItsContext(Runnable action) {
        reached.join().runOnContext(_ -> action.run());
    }

    private static <T> void tell(@Nullable Handler<T> handler, @Nullable T what) {
        if (handler != null) {
            handler.handle(what);
        }
    }

    @Override
    public Gate pause() {
        return this;
    }

    @Override
    public Gate resume() {
        return fetch(Long.MAX_VALUE);
    }

    @Override
    public Gate fetch(long amount) {
        reached.complete(Vertx.currentContext());
        return this;
    }

    @Override
    public Gate handler(@Nullable Handler<Buffer> handler) {
        this.handler = handler;
        return this;
    }

    @Override
    public Gate endHandler(@Nullable Handler<Void> handler) {
        end = handler;
        return this;
    }

    @Override
    public Gate exceptionHandler(@Nullable Handler<Throwable> handler) {
        failed = handler;
        return this;
    }
}
