package org.kongdee.web.answer;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.problem.Unavailable;
import org.kongdee.web.text.Message;

/**
 * Writes an answer as fast as it can be made, however slowly it is read: whoever makes it holds a
 * transaction, and may be waiting for lines of the same caller, who sends them all before reading.
 */
@ApplicationScoped
public class LongAnswers {

    private final SpoolRoom room;
    private final RoutingContext request;

    LongAnswers(SpoolRoom room, RoutingContext request) {
        this.room = room;
        this.request = request;
    }

    /** Makes an answer. */
    @FunctionalInterface
    public interface Maker {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Room on disk that was taken for an answer before it begins; given back with the request. */
    public final class Reserved {

        private final AtomicLong bytes;

        private Reserved(long bytes) {
            this.bytes = new AtomicLong(bytes);
        }

        /** The answer; the room is its own as soon as it begins. */
        public StreamingOutput of(Maker maker) {
            return out -> write(maker, bytes.getAndSet(0), out);
        }

        private void giveBack() {
            room.give(bytes.getAndSet(0));
        }
    }

    /**
     * Takes room for an answer, so that what has begun comes to its end.
     *
     * @throws Unavailable if there is less
     */
    public Reserved reserve(long bytes) {
        if (!room.take(bytes)) {
            throw new Unavailable(
                    Message.of(
                            "Too many answers wait to be read; there is no room for this one. Nothing was changed."));
        }
        var reserved = new Reserved(bytes);
        request.addEndHandler(_ -> reserved.giveBack());
        return reserved;
    }

    /** An answer that takes room as it needs it. */
    public StreamingOutput of(Maker maker) {
        return out -> write(maker, 0, out);
    }

    private void write(Maker maker, long reserved, OutputStream out) throws IOException {
        try (var spool = new Spool(room, reserved)) {
            var writer = new Writer(spool, out);
            maker.writeTo(writer);
            writer.finish();
        }
    }

    /** Collects pieces; a short answer is one, and needs neither spool nor reader. */
    private static final class Writer extends OutputStream {

        private final Spool spool;
        private final OutputStream out;
        private final byte[] piece = new byte[Spool.PIECE];
        private int filled;
        private @Nullable CompletableFuture<Void> reader;

        Writer(Spool spool, OutputStream out) {
            this.spool = spool;
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int from = offset;
            int left = length;
            while (left > 0) {
                if (filled == piece.length) {
                    flush();
                }
                int count = Math.min(left, piece.length - filled);
                System.arraycopy(bytes, from, piece, filled, count);
                filled += count;
                from += count;
                left -= count;
            }
        }

        /** Lets the reader have what there is. */
        @Override
        public void flush() throws IOException {
            if (filled == 0) {
                return;
            }
            if (reader == null) {
                reader = new CompletableFuture<>();
                CompletableFuture<Void> done = reader;
                Thread unused = Thread.ofVirtual().name("answer").start(() -> drain(done));
            }
            spool.put(Arrays.copyOf(piece, filled));
            filled = 0;
        }

        private void drain(CompletableFuture<Void> done) {
            try {
                spool.drainTo(out);
                done.complete(null);
            } catch (IOException | RuntimeException e) {
                done.completeExceptionally(e);
                spool.abandon();
            }
        }

        /** Waits until everything has been read. */
        void finish() throws IOException {
            if (reader == null) {
                out.write(piece, 0, filled);
                return;
            }
            flush();
            spool.finish();
            try {
                reader.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
            }
        }
    }
}
