package org.kongdee.web.body;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Reads a stream whole after all, where an operation can't do its work line by line. */
@ApplicationScoped
public class WholeBody {

    private static final int PIECE = 64 * 1024;

    private final Room room;
    private final RoutingContext request;

    WholeBody(Room room, RoutingContext request) {
        this.room = room;
        this.request = request;
    }

    /** All bytes of a body; what comes as a stream takes its room here. */
    public byte[] read(InputStream body, int most) {
        try {
            if (!ArrivingBody.isUnderWay(request)) {
                return body.readAllBytes();
            }
            return gather(body, most);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] gather(InputStream body, int most) throws IOException {
        var taken = new Taken();
        request.addEndHandler(_ -> taken.giveBack());
        var all = new ByteArrayOutputStream();
        byte[] piece = new byte[PIECE];
        for (int count = body.read(piece); count >= 0; count = body.read(piece)) {
            if (all.size() + count > most) {
                throw Intake.tooLarge(most);
            }
            if (!taken.more(count)) {
                throw Room.none();
            }
            all.write(piece, 0, count);
        }
        return all.toByteArray();
    }

    /** The room of one body; given back once, even if the request ends while it is read. */
    private final class Taken {

        private long bytes;
        private boolean over;

        synchronized boolean more(long count) {
            if (over || !room.take(count)) {
                return false;
            }
            bytes += count;
            return true;
        }

        synchronized void giveBack() {
            over = true;
            room.give(bytes);
            bytes = 0;
        }
    }
}
