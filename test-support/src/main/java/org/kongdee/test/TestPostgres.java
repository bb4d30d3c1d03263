package org.kongdee.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kongdee.stack.files.Folders;
import org.kongdee.stack.postgres.Database;
import org.kongdee.stack.postgres.Durability;
import org.kongdee.stack.postgres.PostgresCluster;
import org.kongdee.stack.postgres.PostgresPort;

/** One throw-away PostgreSQL for all tests of a JVM, gone when the JVM ends. */
public final class TestPostgres {

    private static @Nullable PostgresCluster cluster;

    private TestPostgres() {}

    /** A new empty database with an owner and an application role of its own. */
    public static synchronized Database freshDatabase() {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        try {
            if (cluster == null) {
                cluster = ownCluster(UUID.randomUUID().toString());
            }
            return cluster.database(
                    name, UUID.randomUUID().toString(), UUID.randomUUID().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A new empty PostgreSQL with this password of its superuser. */
    public static PostgresCluster ownCluster(String password)
            throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("kongdee-postgres");
        PostgresCluster started =
                PostgresCluster.start(
                        home,
                        binaries(home),
                        password,
                        Durability.THROW_AWAY,
                        OptionalInt.of(PostgresPort.free()));
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> discard(started, home), "discard test PostgreSQL"));
        return started;
    }

    /**
     * Unpacked once for all modules of a build, in the user's cache; a user without a home gets a
     * copy each time.
     */
    private static Path binaries(Path home) {
        Path userHome = Path.of(System.getProperty("user.home"));
        return Files.isWritable(userHome) ? userHome.resolve(".cache/kongdee") : home;
    }

    private static void discard(PostgresCluster cluster, Path home) {
        try {
            cluster.close();
            Folders.delete(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
