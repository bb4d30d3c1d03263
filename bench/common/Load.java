package common;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Sends requests over kept-alive connections, one thread each, one request at a time. It shares the processors with
 * what it measures, so it does as little as it can: requests are bytes, answers are counted and not read.
 */
public final class Load {

    /** Makes the next request of a connection; called by that connection's thread only. */
    @FunctionalInterface
    public interface Requests {
        byte[] next(int connection);
    }

    /** What came of a time under load; latencies in milliseconds. */
    public record Measured(double perSecond, double p50, double p95, double p99, long requests) {}

    private final int port;
    private final int connections;

    public Load(int port, int connections) {
        this.port = port;
        this.connections = connections;
    }

    /** Any answer but a success that begins with {@code answer} ends the load with an exception. */
    public Measured run(Requests requests, String answer, Duration time) throws InterruptedException {
        byte[] expected = answer.getBytes(StandardCharsets.UTF_8);
        long start = System.nanoTime();
        long end = start + time.toNanos();
        List<Future<int[]>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            for (int i = 0; i < connections; i++) {
                int connection = i;
                running.add(threads.submit(() -> drive(requests, connection, expected, end)));
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        int[] micros = running.stream().flatMapToInt(one -> Arrays.stream(result(one))).sorted().toArray();
        return new Measured(micros.length / seconds, quantile(micros, 0.50), quantile(micros, 0.95),
                quantile(micros, 0.99), micros.length);
    }

    private int[] drive(Requests requests, int connection, byte[] expected, long end) throws IOException {
        int[] micros = new int[1024];
        int count = 0;
        try (Connection there = new Connection(port)) {
            for (long sent = System.nanoTime(); sent < end; ) {
                there.check(requests.next(connection), expected);
                long answered = System.nanoTime();
                if (count == micros.length) {
                    micros = Arrays.copyOf(micros, 2 * count);
                }
                micros[count++] = (int) ((answered - sent) / 1000);
                sent = answered;
            }
        }
        return Arrays.copyOf(micros, count);
    }

    private static double quantile(int[] sorted, double part) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) (part * (sorted.length - 1))] / 1000.0;
    }

    private static int[] result(Future<int[]> one) {
        try {
            return one.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** A kept-alive connection that understands as much of HTTP/1.1 as the service answers with. */
    public static final class Connection implements AutoCloseable {

        private static final byte[] LENGTH = "content-length: ".getBytes(StandardCharsets.US_ASCII);
        private static final byte[] CHUNKED = "transfer-encoding: chunked".getBytes(StandardCharsets.US_ASCII);
        private static final int STATUS_AT = "HTTP/1.1 ".length();

        private final Socket socket;
        private final OutputStream out;
        private final InputStream in;
        private byte[] buffer = new byte[64 << 10];
        private int filled;

        Connection(int port) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            out = socket.getOutputStream();
            in = socket.getInputStream();
        }

        /** Sends a request and returns the body of the answer as text. */
        public String ask(byte[] request) throws IOException {
            int[] body = send(request);
            return new String(buffer, body[0], body[1], StandardCharsets.UTF_8);
        }

        /** Sends a request whose answer must begin as expected. */
        void check(byte[] request, byte[] expected) throws IOException {
            int[] body = send(request);
            if (!Arrays.equals(buffer, body[0], body[0] + Math.min(body[1], expected.length), expected, 0, expected.length)) {
                throw unexpected();
            }
        }

        /** Returns where the answer's body starts in the buffer and how long it is. */
        private int[] send(byte[] request) throws IOException {
            out.write(request);
            filled = 0;
            int head = endOfLine(0);
            int length = 0;
            boolean chunked = false;
            for (int line = head; ; line = head) {
                head = endOfLine(line);
                if (head == line + 2) {
                    break;
                }
                if (startsWith(line, LENGTH)) {
                    length = number(line + LENGTH.length, 10);
                }
                chunked |= startsWith(line, CHUNKED);
            }
            if (chunked) {
                length = joinChunks(head);
            } else {
                fill(head + length);
            }
            if (buffer[STATUS_AT] != '2') {
                throw unexpected();
            }
            return new int[] {head, length};
        }

        private IOException unexpected() {
            return new IOException("unexpected answer: " + new String(buffer, 0, Math.min(filled, 2000), StandardCharsets.UTF_8));
        }

        /** Moves the contents of all chunks together, to {@code start}; returns their length. */
        private int joinChunks(int start) throws IOException {
            int joined = start;
            int chunk = start;
            while (true) {
                int content = endOfLine(chunk);
                int size = number(chunk, 16);
                fill(content + size + 2);
                if (size == 0) {
                    return joined - start;
                }
                System.arraycopy(buffer, content, buffer, joined, size);
                joined += size;
                chunk = content + size + 2;
            }
        }

        /** Where the line that starts at {@code from} is over; reads on until it is. */
        private int endOfLine(int from) throws IOException {
            for (int at = from; ; at++) {
                fill(at + 1);
                if (buffer[at] == '\n') {
                    return at + 1;
                }
            }
        }

        /** Reads until the buffer holds so many bytes of the answer. */
        private void fill(int wanted) throws IOException {
            if (wanted > buffer.length) {
                buffer = Arrays.copyOf(buffer, 2 * wanted);
            }
            while (filled < wanted) {
                int read = in.read(buffer, filled, buffer.length - filled);
                if (read < 0) {
                    throw new IOException("the service closed the connection");
                }
                filled += read;
            }
        }

        private boolean startsWith(int at, byte[] header) throws IOException {
            fill(at + header.length);
            int matched = 0;
            while (matched < header.length && (buffer[at + matched] | 0x20) == (header[matched] | 0x20)) {
                matched++;
            }
            return matched == header.length;
        }

        private int number(int at, int radix) {
            int number = 0;
            for (int i = at; Character.digit(buffer[i], radix) >= 0; i++) {
                number = radix * number + Character.digit(buffer[i], radix);
            }
            return number;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
