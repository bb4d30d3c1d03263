package notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that takes everything and keeps one mail to show. While it is shut, it greets nobody. */
final class SmtpSink {

    private final ServerSocket server;
    private final AtomicInteger taken = new AtomicInteger();
    private final Object gate = new Object();
    private boolean open;
    private volatile String last = "";

    SmtpSink(int port) throws IOException {
        server = new ServerSocket(port, 100, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int taken() {
        return taken.get();
    }

    /** The mail that came last, as it was sent, without its last dot. */
    String last() {
        return last;
    }

    void shut() {
        synchronized (gate) {
            open = false;
        }
    }

    void open() {
        synchronized (gate) {
            open = true;
            gate.notifyAll();
        }
    }

    private void accept() {
        while (true) {
            try {
                Socket client = server.accept();
                Thread.ofVirtual().start(() -> talk(client));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void talk(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1), 64 << 10);
            OutputStream out = client.getOutputStream();
            waitUntilOpen();
            say(out, "220 sink");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                switch (line.substring(0, Math.min(4, line.length())).toUpperCase()) {
                    case "DATA" -> {
                        say(out, "354 go on");
                        last = mail(in);
                        taken.incrementAndGet();
                        say(out, "250 taken");
                    }
                    case "QUIT" -> {
                        say(out, "221 bye");
                        return;
                    }
                    default -> say(out, "250 ok");
                }
            }
        } catch (SocketException gone) {
            // The client went away, as clients do.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String mail(BufferedReader in) throws IOException {
        var mail = new StringBuilder(16 << 10);
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            mail.append(line).append("\r\n");
        }
        return mail.toString();
    }

    private void waitUntilOpen() {
        synchronized (gate) {
            while (!open) {
                try {
                    gate.wait();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
}
