package org.kongdee.stack.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.kongdee.stack.files.Folders;
import org.kongdee.stack.files.Logs;
import org.kongdee.stack.files.PrivateFiles;

/** Runs initdb and pg_ctl for the cluster in one folder. */
final class PostgresPrograms {

    private static final Duration START =
            Duration.ofMinutes(5); // recovery after a crash may take long
    private static final Duration STOP = Duration.ofMinutes(1);
    private static final int LOG_LINES_SHOWN = 12;

    private final Path binaries;
    private final Path home;
    private final SystemUser user;

    PostgresPrograms(Path binaries, Path home, SystemUser user) {
        this.binaries = binaries;
        this.home = home;
        this.user = user;
    }

    boolean hasData() {
        return Files.exists(data().resolve("PG_VERSION"));
    }

    Optional<Postmaster> running() throws IOException {
        return Postmaster.on(data());
    }

    /**
     * Makes an empty cluster, complete or not at all. Nobody is ever trusted without a password,
     * not even at first.
     */
    void initialise(String superuser, String password) throws IOException, InterruptedException {
        Path draft = home.resolve("data.draft");
        Folders.delete(draft);
        Path passwordFile = home.resolve("password.draft");
        PrivateFiles.write(passwordFile, password);
        PrivateFiles.folder(draft);
        user.own(home);
        try {
            // The builtin provider sorts and folds case alike on every system; the ctype decides
            // what a letter is in
            // trigrams, Thai letters included.
            run(
                    List.of(
                            program("initdb"),
                            "--pgdata=" + draft,
                            "--username=" + superuser,
                            "--pwfile=" + passwordFile,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--locale=C",
                            "--lc-ctype=C.UTF-8"));
        } finally {
            Files.delete(passwordFile);
        }
        Files.writeString(
                draft.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
        Files.move(draft, data());
    }

    void start(int port, Durability durability) throws IOException, InterruptedException {
        String switches = durability.setting();
        List<String> settings =
                List.of(
                        "port=" + port,
                        "listen_addresses=127.0.0.1",
                        "unix_socket_directories=",
                        "password_encryption=scram-sha-256",
                        "max_connections=200",
                        "fsync=" + switches,
                        "synchronous_commit=" + switches,
                        "full_page_writes=" + switches);
        Logs.rotate(log());
        run(
                List.of(
                        program("pg_ctl"),
                        "start",
                        "--pgdata=" + data(),
                        "--log=" + log(),
                        "--wait",
                        "--timeout=" + START.toSeconds(),
                        "--options=-c " + String.join(" -c ", settings)));
    }

    void stop() throws IOException, InterruptedException {
        if (running().isPresent()) {
            run(
                    List.of(
                            program("pg_ctl"),
                            "stop",
                            "--pgdata=" + data(),
                            "--mode=fast",
                            "--wait",
                            "--timeout=" + STOP.toSeconds()));
        }
    }

    private Path data() {
        return home.resolve("data");
    }

    private Path log() {
        return home.resolve("postgres.log");
    }

    private String program(String name) {
        return binaries.resolve("bin").resolve(name).toString();
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        // The output goes to a file: a pipe would be held open by the server that pg_ctl leaves
        // behind.
        Path output = Files.createTempFile("kongdee-postgres", ".out");
        try {
            Process process =
                    new ProcessBuilder(user.command(command))
                            .directory(home.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start();
            if (process.waitFor() != 0) {
                throw new PostgresException(
                        Path.of(command.getFirst()).getFileName()
                                + " failed:\n"
                                + String.join("\n", Logs.tail(output, LOG_LINES_SHOWN))
                                + (Files.exists(log())
                                        ? "\n"
                                                + String.join(
                                                        "\n", Logs.tail(log(), LOG_LINES_SHOWN))
                                        : ""));
            }
        } finally {
            Files.delete(output);
        }
    }
}
