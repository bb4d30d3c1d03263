package security;

import common.Http;
import common.Load;
import common.Options;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Measures what readers of each service wait for, at rest and beside senders who never come to an end. */
public final class SecurityBench {

    /** More than a service has worker threads. */
    private static final int SENDERS = 210;

    private static final String TOKEN = System.getenv("BENCH_TOKEN");
    private static final String OFFICER = System.getenv("BENCH_OFFICER");

    /** A service, what its readers ask for, and the bodies that it takes. */
    private record Target(String name, int port, String read, List<Kind> kinds) {}

    private record Kind(String method, String path, String type, String token) {}

    private SecurityBench() {}

    public static void main(String[] arguments) throws Exception {
        Options options = Options.parse(arguments);
        Duration time = Duration.ofSeconds(options.seconds());
        System.out.printf("%d readers; %d senders of each kind, a byte a second each%n%n", options.clients(), SENDERS);
        System.out.printf("%-22s %-62s %8s %8s %8s%n", "service", "beside", "p50 ms", "p99 ms", "req/s");
        for (Target target : targets()) {
            var load = new Load(target.port, options.clients());
            byte[] request = new Http().get(target.read);
            load.run(_ -> request, "{", time);
            tell(target, "nothing", load.run(_ -> request, "{", time));
            for (Kind kind : target.kinds) {
                try (var senders = new Senders(target.port, kind)) {
                    String name = kind.method + " " + kind.path + " " + kind.type.replaceFirst(";.*", "");
                    tell(target, name + (kind.token == null ? ", no token" : ""), load.run(_ -> request, "{", time));
                }
            }
        }
    }

    private static void tell(Target target, String beside, Load.Measured measured) {
        System.out.printf(
                "%-22s %-62s %8.1f %8.1f %8.0f%n",
                target.name, beside, measured.p50(), measured.p99(), measured.perSecond());
    }

    private static List<Target> targets() {
        String json = "application/json";
        String lines = "application/x-ndjson";
        return List.of(
                new Target(
                        "rubric-service",
                        port("RUBRIC"),
                        "/v1/units",
                        List.of(
                                new Kind("PUT", "/v1/units/SLOW", json, TOKEN),
                                new Kind("PUT", "/v1/units/SLOW", json, null),
                                new Kind("POST", "/v1/cycles/none/scores", lines, TOKEN),
                                new Kind("POST", "/v1/rubrics", "application/yaml", TOKEN))),
                new Target(
                        "evidence-service",
                        port("EVIDENCE"),
                        "/v1/collections",
                        List.of(
                                new Kind("POST", "/v1/collections/none/evidence", json, OFFICER),
                                new Kind("POST", "/v1/collections/none/evidence/files", "multipart/form-data;boundary=x", OFFICER),
                                new Kind("POST", "/v1/collections/none/evidence/files", "multipart/form-data;boundary=x", null))),
                new Target(
                        "notification-service",
                        port("NOTIFICATION"),
                        "/v1/recipients",
                        List.of(
                                new Kind("POST", "/links/x", "application/x-www-form-urlencoded", null),
                                new Kind("POST", "/v1/recipients", lines, TOKEN),
                                new Kind("POST", "/v1/recipients", "text/csv", TOKEN),
                                new Kind("PUT", "/v1/holidays/th", "text/calendar", TOKEN))));
    }

    private static int port(String service) {
        return Integer.parseInt(System.getenv("KONGDEE_" + service + "_PORT"));
    }

    /** Senders of one kind of body, who send a byte a second until this is closed; one that is cut off comes again. */
    private static final class Senders implements AutoCloseable {

        private final int port;
        private final Kind kind;
        private final List<Socket> sockets = new ArrayList<>();
        private final Thread thread;
        private volatile boolean over;

        Senders(int port, Kind kind) throws IOException {
            this.port = port;
            this.kind = kind;
            for (int i = 0; i < SENDERS; i++) {
                sockets.add(begin());
            }
            thread = Thread.ofVirtual().start(this::send);
        }

        private Socket begin() throws IOException {
            var socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            String head =
                    kind.method + " " + kind.path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + kind.type
                            + (kind.token == null ? "" : "\r\nAuthorization: Bearer " + kind.token)
                            + "\r\nContent-Length: 1000\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            return socket;
        }

        private void send() {
            while (!over) {
                for (int i = 0; i < sockets.size(); i++) {
                    try {
                        OutputStream out = sockets.get(i).getOutputStream();
                        out.write(' ');
                    } catch (IOException e) {
                        again(i);
                    }
                }
                pause();
            }
        }

        private void again(int i) {
            try {
                sockets.get(i).close();
                sockets.set(i, begin());
            } catch (IOException e) {
                // at the next turn
            }
        }

        private static void pause() {
            try {
                Thread.sleep(1000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() throws IOException, InterruptedException {
            over = true;
            thread.join();
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }
}
