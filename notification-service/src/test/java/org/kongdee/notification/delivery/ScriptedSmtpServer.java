package org.kongdee.notification.delivery;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A mail server that misbehaves as asked, by the recipient's address: {@code refuse} 550, {@code
 * later} 451, {@code closing} 421, {@code hang} never answers, {@code nodata} 554 to DATA, {@code
 * cut} closes in the middle of the mail, {@code hangup} after all of it, {@code mute} says nothing
 * then, {@code full} 552 and {@code grey} 450 after the mail. It can be killed and started again.
 */
final class ScriptedSmtpServer implements AutoCloseable {

    /** How it meets who connects. */
    enum Door {
        OPEN,
        /** Offers PIPELINING. */
        PIPELINING,
        /** Asks for a password and takes none. */
        LOCKED,
        /** Says 554 instead of 220. */
        TURNED_AWAY,
        /** Closes at once. */
        SLAMMED,
        /** Takes the connection and says nothing. */
        SILENT
    }

    /** A mail that was acknowledged, or cut off after it had arrived in full. */
    record Arrived(String recipient, String messageId) {}

    private final Door door;
    private final int port;
    private final List<Arrived> arrived = new CopyOnWriteArrayList<>();
    private final Set<String> inDoubt = ConcurrentHashMap.newKeySet();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable ServerSocket server;

    ScriptedSmtpServer() {
        this(Door.OPEN);
    }

    ScriptedSmtpServer(Door door) {
        this.door = door;
        this.port = listen(0);
    }

    int port() {
        return port;
    }

    /** Mails that are in the reader's inbox, whatever the sender was told. */
    List<Arrived> arrived() {
        return arrived;
    }

    /** Recipients of mails that it was ready for, and whose sender never heard how it ended. */
    Set<String> inDoubt() {
        return inDoubt;
    }

    /** Connections that there have been. */
    int connections() {
        return connections.get();
    }

    /** Connections that there are. */
    int open() {
        return open.size();
    }

    /** Ends all connections as if the machine had lost power; nothing listens any more. */
    void kill() {
        ServerSocket listening = server;
        if (listening != null) {
            end(listening);
        }
        for (Socket socket : open) {
            try {
                socket.setSoLinger(true, 0);
            } catch (SocketException closedAlready) {
                // As it should be.
            }
            end(socket);
        }
    }

    private static void end(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void startAgain() {
        listen(port);
    }

    private int listen(int wanted) {
        try {
            ServerSocket listening = new ServerSocket();
            listening.setReuseAddress(true);
            listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 50);
            server = listening;
            Thread.ofVirtual().start(() -> accept(listening));
            return listening.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket listening) {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                open.add(socket);
                int unused = connections.incrementAndGet();
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
            socket.setTcpNoDelay(true);
            if (welcomes(out)) {
                converse(in, out);
            }
        } catch (IOException | InterruptedException e) {
            // The other side is gone; the next connection starts afresh.
        } finally {
            open.remove(socket);
        }
    }

    private boolean welcomes(OutputStream out) throws IOException, InterruptedException {
        switch (door) {
            case SLAMMED -> {
                return false;
            }
            case SILENT -> closed.await();
            case TURNED_AWAY -> say(out, "554 5.7.1 not you");
            case OPEN, PIPELINING, LOCKED -> say(out, "220 scripted");
        }
        return true;
    }

    private void converse(BufferedReader in, OutputStream out)
            throws IOException, InterruptedException {
        String recipient = "";
        String answer = "";
        String told = "";
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            // Who goes on has heard how the last mail ended.
            inDoubt.remove(told);
            switch (verb(line)) {
                case "EHLO" -> greet(out);
                case "HELO", "MAIL", "RSET", "NOOP" -> say(out, "250 ok");
                case "AUTH" -> say(out, "535 5.7.8 wrong password");
                case "RCPT" -> {
                    recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                    answer = answerTo(recipient);
                    if (recipient.startsWith("hang@")) {
                        closed.await();
                    }
                    say(out, answer);
                }
                case "DATA" -> {
                    if (!answer.startsWith("250") || recipient.startsWith("nodata")) {
                        say(out, "554 5.5.1 no valid recipients");
                    } else if (takesData(recipient, in, out)) {
                        told = recipient;
                    } else {
                        return;
                    }
                }
                case "QUIT" -> {
                    say(out, "221 bye");
                    return;
                }
                default -> say(out, "500 what?");
            }
        }
    }

    private static String verb(String line) {
        return line.length() < 4 ? "" : line.substring(0, 4).toUpperCase(Locale.ROOT);
    }

    private void greet(OutputStream out) throws IOException {
        switch (door) {
            case PIPELINING -> say(out, "250-scripted\r\n250 PIPELINING");
            case LOCKED -> say(out, "250-scripted\r\n250 AUTH PLAIN LOGIN");
            default -> say(out, "250 scripted");
        }
    }

    /** Whether the connection goes on. */
    private boolean takesData(String recipient, BufferedReader in, OutputStream out)
            throws IOException, InterruptedException {
        inDoubt.add(recipient);
        say(out, "354 go on");
        List<String> mail = new ArrayList<>();
        String line = in.readLine();
        while (line != null && !line.equals(".")) {
            mail.add(line);
            if (recipient.startsWith("cut")) {
                return false;
            }
            line = in.readLine();
        }
        if (line == null) {
            // Without its end a mail is thrown away.
            return false;
        }
        if (recipient.startsWith("full") || recipient.startsWith("grey")) {
            say(
                    out,
                    recipient.startsWith("full")
                            ? "552 5.2.2 mailbox full"
                            : "450 4.2.0 greylisted");
            return true;
        }
        arrived.add(new Arrived(recipient, messageId(mail)));
        if (recipient.startsWith("hangup")) {
            return false;
        }
        if (recipient.startsWith("mute")) {
            closed.await();
        }
        say(out, "250 2.0.0 queued as " + arrived.size());
        return true;
    }

    private static String answerTo(String recipient) {
        if (recipient.startsWith("refuse")) {
            return "550 5.1.1 no such user";
        }
        if (recipient.startsWith("closing")) {
            return "421 4.3.2 closing";
        }
        return recipient.startsWith("later") ? "451 4.3.0 come again" : "250 ok";
    }

    private static String messageId(List<String> mail) {
        return mail.stream()
                .filter(line -> line.startsWith("Message-ID: "))
                .findFirst()
                .map(line -> line.substring("Message-ID: ".length()))
                .orElse("");
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() {
        closed.countDown();
        kill();
    }
}
