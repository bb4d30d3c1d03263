package org.kongdee.evidence.filing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.kongdee.evidence.file.FileLimits;
import org.kongdee.web.problem.Malformed;
import org.kongdee.web.problem.TooSlow;

/**
 * The body of a request while it arrives. Gives up senders who would hold their place for ever by
 * sending a byte now and then, and tells a sender who went away from a storage that fails: both are
 * an IOException.
 *
 * <p>Only the time spent waiting for the sender counts; that the disk is slow is not their fault.
 */
final class ArrivingBody extends FilterInputStream {

    private final long rate;
    private final Duration window;
    private final long least;
    private final LongSupplier nanoTime;
    private long waited;
    private long received;

    ArrivingBody(InputStream body, FileLimits limits) {
        this(body, limits.minRate().asLongValue(), limits.rateWindow(), System::nanoTime);
    }

    ArrivingBody(InputStream body, long rate, Duration window, LongSupplier nanoTime) {
        super(body);
        this.rate = rate;
        this.window = window;
        this.least = rate * window.toMillis() / 1000;
        this.nanoTime = nanoTime;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        long asked = nanoTime.getAsLong();
        int count = receive(bytes, offset, length);
        waited += nanoTime.getAsLong() - asked;
        received += Math.max(0, count);
        if (waited >= window.toNanos()) {
            if (count >= 0 && received < least) {
                throw new TooSlow(
                        "The body arrived with less than %,d bytes a second for %d seconds; send it again over a faster connection."
                                .formatted(rate, window.toSeconds()));
            }
            waited = 0;
            received = 0;
        }
        return count;
    }

    private int receive(byte[] bytes, int offset, int length) throws IOException {
        try {
            return in.read(bytes, offset, length);
        } catch (IOException e) {
            String detail =
                    "The upload was cut off: "
                            + String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
            throw Malformed.body(detail);
        }
    }
}
