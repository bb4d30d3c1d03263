package org.kongdee.stack.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kongdee.stack.postgres.Database.Login;

@Tag("slow")
class PostgresClusterTest {

    private static final String PASSWORD = "superuser-password";
    private static final String WRONG_PASSWORD = "28P01";
    private static final String NO_PRIVILEGE = "42501";

    @TempDir static Path sharedHome;
    private static PostgresCluster shared;

    @TempDir Path home;

    @BeforeAll
    static void startShared() throws Exception {
        shared =
                PostgresCluster.start(
                        sharedHome,
                        binaries(),
                        PASSWORD,
                        Durability.THROW_AWAY,
                        OptionalInt.of(PostgresPort.free()));
    }

    @AfterAll
    static void stopShared() throws Exception {
        shared.close();
    }

    private static Database freshDatabase() throws Exception {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        return shared.database(name, "owner-password", "password");
    }

    @Test
    void refusesAWrongPassword() throws Exception {
        Database database = freshDatabase();

        for (String role :
                List.of(
                        database.application().username(),
                        database.owner().username(),
                        "postgres")) {
            assertRefused(database.jdbcUrl(), new Login(role, "guess"), WRONG_PASSWORD);
        }
    }

    @Test
    void storesPasswordsByScramOnly() throws Exception {
        try (PostgresCluster cluster = start(Durability.THROW_AWAY)) {
            String url = cluster.database("rubric", "owner-password", "password").jdbcUrl();
            Login all = new Login("postgres", PASSWORD);

            assertThat(
                            ask(
                                    url,
                                    all,
                                    "SELECT string_agg(DISTINCT left(rolpassword, 14), ',') FROM pg_authid"
                                            + " WHERE rolpassword IS NOT NULL"))
                    .isEqualTo("SCRAM-SHA-256$");
            assertThat(
                            ask(
                                    url,
                                    all,
                                    "SELECT string_agg(DISTINCT auth_method, ',') FROM pg_hba_file_rules"))
                    .isEqualTo("scram-sha-256");
        }
    }

    @Test
    void letsARoleEnterItsOwnDatabaseOnly() throws Exception {
        Database own = freshDatabase();
        Database other = freshDatabase();

        for (Login role : List.of(own.application(), own.owner())) {
            assertThat(ask(own.jdbcUrl(), role, "SELECT current_user::text"))
                    .isEqualTo(role.username());
            assertRefused(other.jdbcUrl(), role, NO_PRIVILEGE);
            for (String system : List.of("postgres", "template1")) {
                String url = own.jdbcUrl().replaceFirst("/[^/]+$", "/" + system);
                assertRefused(url, role, NO_PRIVILEGE);
            }
        }
    }

    @Test
    void letsTheApplicationMakeNoTables() throws Exception {
        Database database = freshDatabase();

        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("CREATE TABLE mine (word text)"))
                    .isInstanceOf(SQLException.class)
                    .extracting(e -> ((SQLException) e).getSQLState())
                    .isEqualTo(NO_PRIVILEGE);
        }
    }

    @Test
    void listensOnLoopbackOnly() throws Exception {
        assertThat(ask(freshDatabase(), "SHOW listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(ask(freshDatabase(), "SELECT inet_server_addr()::text"))
                .isEqualTo("127.0.0.1/32");
    }

    @Test
    void findsThaiTextByTrigram() throws Exception {
        Database database = freshDatabase();

        assertThat(ask(database, "SELECT cardinality(show_trgm('ผู้เชี่ยวชาญ')) > 8"))
                .isEqualTo("t");
        assertThat(ask(database, "SELECT word_similarity('แผนงาน', 'ส่วนแผนงานและงบประมาณ') > 0.5"))
                .isEqualTo("t");
    }

    @Test
    void keepsDataAndPortAndSurvivesALossOfPower() throws Exception {
        int port;
        try (PostgresCluster cluster = start(Durability.DURABLE)) {
            port = cluster.port();
            Database database = cluster.database("rubric", "owner", "first");
            write(database);
            for (String setting :
                    new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
                assertThat(ask(database, "SHOW " + setting)).isEqualTo("on");
            }
        }
        try (PostgresCluster cluster = start(Durability.DURABLE)) {
            Database database = cluster.database("rubric", "new-owner", "second");

            assertThat(cluster.port()).isEqualTo(port);
            assertThat(ask(database, "SELECT word FROM kept")).isEqualTo("สวัสดี");
        }
    }

    @Test
    void takesOverTheServerOfAKilledOwner() throws Exception {
        Process owner = ownerInAnotherProcess();
        long server = postmaster().pid();
        owner.destroyForcibly().waitFor();

        try (PostgresCluster cluster = start(Durability.DURABLE)) {
            Database database = cluster.database("rubric", "owner-password", "password");

            assertThat(postmaster().pid()).isEqualTo(server);
            assertThat(ask(database, "SELECT word FROM kept")).isEqualTo("สวัสดี");
        }
        assertThat(Postmaster.on(home.resolve("data"))).isEmpty();
    }

    @Test
    void movesTheServerOfAKilledOwnerToTheConfiguredPort() throws Exception {
        ownerInAnotherProcess().destroyForcibly().waitFor();
        int wanted = PostgresPort.free();

        try (PostgresCluster cluster = start(Durability.DURABLE, OptionalInt.of(wanted))) {
            assertThat(cluster.port()).isEqualTo(wanted);
            assertThat(
                            ask(
                                    cluster.database("rubric", "owner-password", "password"),
                                    "SELECT word FROM kept"))
                    .isEqualTo("สวัสดี");
        }
    }

    @Test
    void recoversWhenOwnerAndServerWereKilled() throws Exception {
        Process owner = ownerInAnotherProcess();
        owner.destroyForcibly().waitFor();
        ProcessHandle server = ProcessHandle.of(postmaster().pid()).orElseThrow();
        server.destroyForcibly();
        server.onExit().get(30, TimeUnit.SECONDS);

        try (PostgresCluster cluster = start(Durability.DURABLE)) {
            assertThat(
                            ask(
                                    cluster.database("rubric", "owner-password", "password"),
                                    "SELECT word FROM kept"))
                    .isEqualTo("สวัสดี");
        }
    }

    @Test
    void hasOneOwnerAtATime() throws Exception {
        try (PostgresCluster cluster = start(Durability.THROW_AWAY)) {
            assertThatThrownBy(() -> start(Durability.THROW_AWAY))
                    .isInstanceOf(PostgresException.class)
                    .hasMessageContaining("another process");
            assertThat(ask(cluster.database("rubric", "o", "p"), "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void namesAConfiguredPortThatIsInUse() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            OptionalInt port = OptionalInt.of(taken.getLocalPort());

            assertThatThrownBy(() -> start(Durability.THROW_AWAY, port))
                    .isInstanceOf(PostgresException.class)
                    .hasMessageContaining(Integer.toString(taken.getLocalPort()));
        }
    }

    /** What {@link #ownerInAnotherProcess} runs: owns a cluster until it is killed. */
    static final class Owner {

        public static void main(String[] arguments) throws Exception {
            PostgresCluster cluster =
                    PostgresCluster.start(
                            Path.of(arguments[0]),
                            Path.of(arguments[1]),
                            PASSWORD,
                            Durability.DURABLE,
                            OptionalInt.of(PostgresPort.free()));
            write(cluster.database("rubric", "owner-password", "password"));
            System.out.println("ready");
            Thread.sleep(Long.MAX_VALUE);
        }
    }

    private Process ownerInAnotherProcess() throws IOException {
        Process process =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Owner.class.getName(),
                                home.toString(),
                                binaries().toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        BufferedReader output = process.inputReader();
        assertThat(output.readLine()).isEqualTo("ready");
        return process;
    }

    private PostgresCluster start(Durability durability) throws IOException, InterruptedException {
        return start(durability, OptionalInt.empty());
    }

    private PostgresCluster start(Durability durability, OptionalInt port)
            throws IOException, InterruptedException {
        return PostgresCluster.start(home, binaries(), PASSWORD, durability, port);
    }

    private static Path binaries() {
        return Path.of("target", "postgresql").toAbsolutePath();
    }

    private Postmaster postmaster() throws IOException {
        return Postmaster.on(home.resolve("data")).orElseThrow();
    }

    private static void write(Database database) throws SQLException {
        try (Connection connection = database.connectAsOwner();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept AS SELECT 'สวัสดี' AS word");
        }
    }

    private static String ask(Database database, String query) throws SQLException {
        return ask(database.jdbcUrl(), database.owner(), query);
    }

    private static String ask(String url, Login role, String query) throws SQLException {
        try (Connection connection = role.connect(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void assertRefused(String url, Login role, String sqlState) {
        assertThatThrownBy(() -> role.connect(url).close())
                .isInstanceOf(SQLException.class)
                .extracting(e -> ((SQLException) e).getSQLState())
                .isEqualTo(sqlState);
    }
}
