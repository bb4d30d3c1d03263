package org.kongdee.stack.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.kongdee.stack.postgres.Database.Login;

/**
 * One PostgreSQL server on loopback, its data in a folder, passwords checked by scram for
 * everybody. The server outlives a killed owner; the next owner takes over the running server, or
 * starts it on the same data. Closing stops it.
 */
public final class PostgresCluster implements AutoCloseable {

    private static final String SUPERUSER = "postgres";
    private static final List<String> EXTENSIONS =
            List.of("btree_gist", "pg_trgm", "pgcrypto", "unaccent");
    private static final long POLL_MILLIS = 100;

    private final PostgresPrograms programs;
    private final FileChannel lock;
    private final String password;
    private final int port;

    private PostgresCluster(
            PostgresPrograms programs, FileChannel lock, String password, int port) {
        this.programs = programs;
        this.lock = lock;
        this.password = password;
        this.port = port;
    }

    /**
     * Starts the server, or takes over one that still runs.
     *
     * @param home the folder of the cluster; its data is in {@code data}
     * @param binaries where the programs are, or will be, unpacked
     * @param password of the superuser; it stays what it was at the first start
     * @param port the port to use; without one the last port if it is free, else any
     */
    public static PostgresCluster start(
            Path home, Path binaries, String password, Durability durability, OptionalInt port)
            throws IOException, InterruptedException {
        Files.createDirectories(home);
        FileChannel lock = lock(home);
        try {
            SystemUser user = SystemUser.forPostgres();
            PostgresPrograms programs =
                    new PostgresPrograms(
                            PostgresBinaries.unpackedIn(binaries), home.toRealPath(), user);
            if (!programs.hasData()) {
                programs.initialise(SUPERUSER, password);
            }
            user.own(home);
            Optional<Postmaster> running = survivor(programs, port);
            int used = running.isPresent() ? running.get().port() : PostgresPort.choose(home, port);
            if (running.isEmpty()) {
                programs.start(used, durability);
            }
            return new PostgresCluster(programs, lock, password, used);
        } catch (IOException | InterruptedException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Stops the server that a killed owner left behind; says whether there was one. */
    public static boolean stopSurvivor(Path home, Path binaries)
            throws IOException, InterruptedException {
        if (Postmaster.on(home.resolve("data")).isEmpty()) {
            return false;
        }
        try (FileChannel lock = lock(home)) {
            Path unpacked = PostgresBinaries.unpackedIn(binaries);
            new PostgresPrograms(unpacked, home.toRealPath(), SystemUser.forPostgres()).stop();
        }
        return true;
    }

    /**
     * The server that an owner who was killed left behind, unless it is on another port than is
     * wanted now.
     */
    private static Optional<Postmaster> survivor(PostgresPrograms programs, OptionalInt port)
            throws IOException, InterruptedException {
        Optional<Postmaster> running = programs.running();
        while (running.isPresent()
                && !running.get().ready()) { // starting or stopping: either comes to an end
            Thread.sleep(POLL_MILLIS);
            running = programs.running();
        }
        if (running.isPresent() && port.isPresent() && port.getAsInt() != running.get().port()) {
            programs.stop();
            return Optional.empty();
        }
        return running;
    }

    public int port() {
        return port;
    }

    /**
     * The database {@code name}, made if it is not there. It belongs to the role {@code
     * name_owner}; the role {@code name} may enter it, and neither may enter any other.
     */
    public Database database(String name, String ownerPassword, String password) {
        var database =
                new Database(
                        url(name),
                        new Login(name, password),
                        new Login(name + "_owner", ownerPassword));
        try (Connection connection = administer("postgres")) {
            letIn(connection, database.owner());
            letIn(connection, database.application());
            if (!exists(connection, "SELECT FROM pg_database WHERE datname = ?", name)) {
                execute(
                        connection,
                        "CREATE DATABASE %1$I OWNER %2$I",
                        name,
                        database.owner().username());
            }
            execute(connection, "REVOKE ALL ON DATABASE %1$I FROM PUBLIC", name);
            execute(connection, "GRANT CONNECT ON DATABASE %1$I TO %1$I", name);
            execute(connection, "REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC");
        } catch (SQLException e) {
            throw new PostgresException(
                    "cannot prepare the database " + name + ": " + e.getMessage(), e);
        }
        try (Connection connection = administer(name)) {
            for (String extension : EXTENSIONS) {
                execute(connection, "CREATE EXTENSION IF NOT EXISTS %1$I", extension);
            }
        } catch (SQLException e) {
            throw new PostgresException(
                    "cannot extend the database " + name + ": " + e.getMessage(), e);
        }
        return database;
    }

    private static void letIn(Connection connection, Login role) throws SQLException {
        boolean known =
                exists(connection, "SELECT FROM pg_roles WHERE rolname = ?", role.username());
        execute(
                connection,
                (known ? "ALTER" : "CREATE") + " ROLE %1$I LOGIN PASSWORD %2$L",
                role.username(),
                role.password());
    }

    /** Stops the server; every commit is on disk when this returns. */
    @Override
    public void close() throws IOException {
        try (lock) {
            programs.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private Connection administer(String database) throws SQLException {
        return new Login(SUPERUSER, password).connect(url(database));
    }

    private static boolean exists(Connection connection, String query, String name)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    /**
     * Runs a statement that takes no parameters; the server itself quotes the names and literals
     * put into it.
     */
    private static void execute(Connection connection, String template, String... values)
            throws SQLException {
        String sql = template;
        if (values.length > 0) {
            try (PreparedStatement format =
                    connection.prepareStatement("SELECT format(?, VARIADIC ?)")) {
                format.setString(1, template);
                format.setArray(2, connection.createArrayOf("text", values));
                try (ResultSet rows = format.executeQuery()) {
                    rows.next();
                    sql = rows.getString(1);
                }
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static FileChannel lock(Path home) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // held by this process: the same answer as for another one
        }
        channel.close();
        throw new PostgresException("another process runs the PostgreSQL in " + home);
    }
}
