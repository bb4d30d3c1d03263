package org.kongdee.web.body;

import io.vertx.ext.web.RoutingContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.problem.Malformed;
import org.kongdee.web.text.Message;

/**
 * The body of a request while it arrives. Gives up senders who would hold their place for ever by
 * sending a byte now and then; a sender who went away, and a body over its limit, are faults too,
 * so that an IOException can only come from what is done with the bytes.
 *
 * <p>Only the time spent waiting for the sender counts; that the disk is slow is not their fault.
 */
public final class ArrivingBody extends FilterInputStream {

    /** Under which a request's {@link UnderWay} is found. */
    static final String UNDER_WAY = UnderWay.class.getName();

    /**
     * A stream that was let in.
     *
     * @param most bytes that it may have
     */
    record UnderWay(Arrival arrival, long most) {}

    /** Whether the body of this request is read while it arrives. */
    public static boolean isUnderWay(RoutingContext context) {
        return context.get(UNDER_WAY) != null;
    }

    private final UnderWay underWay;
    private final long rate;
    private final Duration window;
    private final long least;
    private final LongSupplier nanoTime;
    private long all;
    private long waited;
    private long received;
    private @Nullable Thread reader;

    ArrivingBody(InputStream body, UnderWay underWay, BodySettings settings) {
        this(
                body,
                underWay,
                settings.minRate().asLongValue(),
                settings.rateWindow(),
                System::nanoTime);
    }

    ArrivingBody(
            InputStream body,
            UnderWay underWay,
            long rate,
            Duration window,
            LongSupplier nanoTime) {
        super(body);
        this.underWay = underWay;
        this.rate = rate;
        this.window = window;
        this.least = rate * window.toMillis() / 1000;
        this.nanoTime = nanoTime;
        underWay.arrival.whenCut(this::interrupt);
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
        if (count > 0) {
            received += count;
            all += count;
            underWay.arrival.received(count);
            if (all > underWay.most) {
                throw Intake.tooLarge(underWay.most);
            }
        }
        if (waited >= window.toNanos()) {
            if (count >= 0 && received < least) {
                throw Slow.belowRate(rate, window);
            }
            waited = 0;
            received = 0;
        }
        return count;
    }

    private int receive(byte[] bytes, int offset, int length) {
        begin();
        try {
            return in.read(bytes, offset, length);
        } catch (IOException e) {
            if (underWay.arrival.isCut()) {
                throw Slow.cut();
            }
            if ("Read timed out".equals(e.getMessage())) {
                throw Slow.silent();
            }
            throw Malformed.body(
                    Message.of(
                            "The body was cut off: %s",
                            String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT)));
        } finally {
            end();
        }
    }

    private synchronized void begin() {
        if (underWay.arrival.isCut()) {
            throw Slow.cut();
        }
        reader = Thread.currentThread();
    }

    private synchronized void end() {
        reader = null;
        if (underWay.arrival.isCut()) {
            // Meant for the read that is over.
            boolean unused = Thread.interrupted();
        }
    }

    /** Wakes the thread that waits for the sender. */
    private synchronized void interrupt() {
        if (reader != null) {
            reader.interrupt();
        }
    }
}
