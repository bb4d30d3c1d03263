package org.kongdee.evidence.scan;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kongdee.web.text.Message;

/**
 * Asks clamd by its INSTREAM command: the bytes go over its socket in chunks, nothing is written to
 * a file for it.
 */
final class ClamdScanner implements Scanner {

    private static final int CHUNK = 64 * 1024;
    private static final int MAX_ANSWER = 4096;
    private static final Pattern FOUND = Pattern.compile("stream: (\\S.*) FOUND");

    private final SocketAddress clamd;
    private final Duration timeout;

    ClamdScanner(String address, Duration timeout) {
        this.clamd = parse(address);
        this.timeout = timeout;
    }

    private static SocketAddress parse(String address) {
        if (address.startsWith("unix:")) {
            return UnixDomainSocketAddress.of(address.substring("unix:".length()));
        }
        int colon = address.lastIndexOf(':');
        if (address.startsWith("tcp:") && colon > "tcp:".length()) {
            return new InetSocketAddress(
                    address.substring("tcp:".length(), colon),
                    Integer.parseInt(address.substring(colon + 1)));
        }
        throw new IllegalArgumentException(
                "kongdee.evidence.scan.clamd is unix:/path or tcp:host:port, not '%s'"
                        .formatted(address));
    }

    @Override
    public Verdict scan(InputStream bytes) throws IOException {
        var family =
                clamd instanceof UnixDomainSocketAddress
                        ? StandardProtocolFamily.UNIX
                        : StandardProtocolFamily.INET;
        try (SocketChannel channel =
                family == StandardProtocolFamily.UNIX
                        ? SocketChannel.open(family)
                        : SocketChannel.open()) {
            var watch = new StallWatch(channel, timeout);
            try {
                channel.connect(clamd);
                return verdict(converse(channel, bytes, watch));
            } finally {
                watch.stop();
            }
        }
    }

    private static String converse(SocketChannel channel, InputStream bytes, StallWatch watch)
            throws IOException {
        try {
            write(channel, ByteBuffer.wrap("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII)));
            byte[] chunk = new byte[CHUNK];
            for (int count = bytes.readNBytes(chunk, 0, CHUNK);
                    count > 0;
                    count = bytes.readNBytes(chunk, 0, CHUNK)) {
                write(channel, ByteBuffer.allocate(4).putInt(count).flip());
                write(channel, ByteBuffer.wrap(chunk, 0, count));
                watch.alive();
            }
            write(channel, ByteBuffer.allocate(4).putInt(0).flip());
        } catch (IOException hungUp) {
            // At its size limit clamd answers and closes while we still send: the answer says so.
            String answer = answer(channel);
            if (answer.isEmpty()) {
                throw hungUp;
            }
            return answer;
        }
        return answer(channel);
    }

    private static void write(SocketChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Whoever closes before all was read resets the connection, after the answer. */
    private static String answer(SocketChannel channel) throws IOException {
        var answer = ByteBuffer.allocate(MAX_ANSWER);
        try {
            while (answer.hasRemaining() && channel.read(answer) >= 0) {
                // there may be more
            }
        } catch (SocketException reset) {
            if (answer.position() == 0) {
                throw reset;
            }
        }
        return new String(answer.array(), 0, answer.position(), StandardCharsets.UTF_8)
                .replace("\0", "")
                .strip();
    }

    /**
     * For example {@code stream: OK}, {@code stream: Win.Test.EICAR_HDB-1 FOUND}, {@code INSTREAM
     * size limit exceeded. ERROR}.
     */
    static Verdict verdict(String answer) throws IOException {
        if (answer.equals("stream: OK")) {
            return new Clean();
        }
        Matcher found = FOUND.matcher(answer);
        if (found.matches()) {
            return new Infected(Message.verbatim(found.group(1)));
        }
        if (answer.contains("size limit exceeded")) {
            return new Infected(Message.of("it is larger than the antivirus takes"));
        }
        throw new IOException("clamd gives no verdict: " + answer);
    }

    /**
     * Closes a channel on which nothing has happened for a while; a blocking channel has no timeout
     * of its own.
     */
    private static final class StallWatch {

        private volatile long lastSign = System.nanoTime();
        private final Thread thread;

        StallWatch(SocketChannel channel, Duration timeout) {
            thread =
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        try {
                                            while (System.nanoTime() - lastSign
                                                    < timeout.toNanos()) {
                                                Thread.sleep(Math.max(1, timeout.toMillis() / 4));
                                            }
                                            channel.close();
                                        } catch (InterruptedException | IOException done) {
                                            Thread.currentThread().interrupt();
                                        }
                                    });
        }

        void alive() {
            lastSign = System.nanoTime();
        }

        void stop() {
            thread.interrupt();
        }
    }
}
