package notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The least that sending is: the same mail again and again, over as many connections, each kept for all its mails. */
final class SmtpLoop {

    private final int port;
    private final byte[] mail;

    SmtpLoop(int port, String mail) {
        this.port = port;
        this.mail = (mail + ".\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Sends so many mails; how many a second. */
    double perSecond(int mails, int connections) throws Exception {
        long start = System.nanoTime();
        List<Future<?>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            for (int i = 0; i < connections; i++) {
                running.add(threads.submit(() -> send(mails / connections)));
            }
        }
        for (Future<?> one : running) {
            one.get();
        }
        return mails / ((System.nanoTime() - start) / 1e9);
    }

    private Void send(int mails) throws IOException {
        try (Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
            server.setTcpNoDelay(true);
            var in = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII));
            OutputStream out = server.getOutputStream();
            expect(in, "220");
            say(out, in, "EHLO bench", "250");
            for (int i = 0; i < mails; i++) {
                say(out, in, "MAIL FROM:<kongdee@slk.example>", "250");
                say(out, in, "RCPT TO:<p" + i + "@slk.example>", "250");
                say(out, in, "DATA", "354");
                out.write(mail);
                expect(in, "250");
            }
            say(out, in, "QUIT", "221");
        }
        return null;
    }

    private static void say(OutputStream out, BufferedReader in, String line, String answer) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        expect(in, answer);
    }

    private static void expect(BufferedReader in, String answer) throws IOException {
        String line = in.readLine();
        if (line == null || !line.startsWith(answer)) {
            throw new IOException("the mail server said " + line);
        }
    }
}
