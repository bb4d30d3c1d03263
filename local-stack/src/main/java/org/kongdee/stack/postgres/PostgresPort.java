package org.kongdee.stack.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;

/** The port of a cluster, remembered so that a restart keeps it. */
public final class PostgresPort {

    private static final int FIRST_CHOICE = 15432;

    /**
     * Systems give out ports from 32768 on (macOS from 49152) by themselves, to every connection
     * that is made: one from there is free now and taken a moment later.
     */
    private static final int FIRST_FREE = 20_000;

    private static final int LAST_FREE = 32_767;
    private static final int TRIES = 1000;

    private PostgresPort() {}

    /**
     * The configured port; else the one of the last time, else {@value #FIRST_CHOICE}, each if it
     * is free; else a free one.
     */
    static int choose(Path home, OptionalInt configured) throws IOException {
        Path memory = home.resolve("port");
        int port;
        if (configured.isPresent()) {
            port = configured.getAsInt();
            if (!isFree(port)) {
                throw new PostgresException(
                        "the port configured for PostgreSQL, " + port + ", is in use");
            }
        } else {
            int preferred =
                    Files.exists(memory)
                            ? Integer.parseInt(Files.readString(memory).strip())
                            : FIRST_CHOICE;
            port = isFree(preferred) ? preferred : free();
        }
        Files.writeString(memory, port + "\n");
        return port;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = listen(port)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    /** A port of loopback that nobody uses, and that nobody else is likely to ask for. */
    public static int free() {
        return ThreadLocalRandom.current()
                .ints(TRIES, FIRST_FREE, LAST_FREE + 1)
                .filter(PostgresPort::isFree)
                .findFirst()
                .orElseThrow(() -> new PostgresException("no port is free"));
    }

    private static ServerSocket listen(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"));
    }
}
