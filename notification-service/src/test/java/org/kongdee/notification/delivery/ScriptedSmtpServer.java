package org.kongdee.notification.delivery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * A mail server that misbehaves as asked, by the recipient's address: {@code refuse} 550, {@code
 * later} 451, {@code hangup} closes after DATA, {@code hang} never answers, {@code full} 552 after
 * the mail.
 */
final class ScriptedSmtpServer implements AutoCloseable {

    /** A mail that was acknowledged, or cut off after it had arrived in full. */
    record Arrived(String recipient, String messageId) {}

    private final ServerSocket server;
    private final List<Arrived> arrived = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    ScriptedSmtpServer() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** Mails that are in the reader's inbox, whatever the sender was told. */
    List<Arrived> arrived() {
        return arrived;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> talk(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket socket) {
        try (socket;
                BufferedReader in =
                        new BufferedReader(
                                new InputStreamReader(
                                        socket.getInputStream(), StandardCharsets.US_ASCII));
                OutputStream out = socket.getOutputStream()) {
            say(out, "220 scripted");
            String recipient = "";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String verb =
                        line.length() < 4 ? "" : line.substring(0, 4).toUpperCase(Locale.ROOT);
                switch (verb) {
                    case "EHLO", "HELO", "MAIL", "RSET", "NOOP" -> say(out, "250 ok");
                    case "RCPT" -> {
                        recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                        if (recipient.startsWith("hang@")) {
                            closed.await();
                        }
                        say(out, answerTo(recipient));
                    }
                    case "DATA" -> {
                        say(out, "354 go on");
                        List<String> mail = readMail(in);
                        if (recipient.startsWith("hangup")) {
                            arrived.add(new Arrived(recipient, messageId(mail)));
                            return;
                        }
                        if (recipient.startsWith("full")) {
                            say(out, "552 5.2.2 mailbox full");
                        } else {
                            arrived.add(new Arrived(recipient, messageId(mail)));
                            say(out, "250 2.0.0 queued as " + arrived.size());
                        }
                    }
                    case "QUIT" -> {
                        say(out, "221 bye");
                        return;
                    }
                    default -> say(out, "500 what?");
                }
            }
        } catch (IOException | InterruptedException e) {
            // The other side is gone; the next connection starts afresh.
        }
    }

    private static String answerTo(String recipient) {
        if (recipient.startsWith("refuse")) {
            return "550 5.1.1 no such user";
        }
        return recipient.startsWith("later") ? "451 4.3.0 come again" : "250 ok";
    }

    private static List<String> readMail(BufferedReader in) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            lines.add(line);
        }
        return lines;
    }

    private static String messageId(List<String> mail) {
        return mail.stream()
                .filter(line -> line.startsWith("Message-ID: "))
                .findFirst()
                .map(line -> line.substring("Message-ID: ".length()))
                .orElse("");
    }

    private static void say(OutputStream out, @Nullable String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
