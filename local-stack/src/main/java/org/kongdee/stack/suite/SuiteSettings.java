package org.kongdee.stack.suite;

import static java.util.stream.Collectors.toMap;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.kongdee.stack.postgres.Database;
import org.kongdee.stack.postgres.Database.Login;

/** The settings of the suite, from the environment; README.md lists them. */
record SuiteSettings(Map<String, String> environment) {

    private static final int MAX_PORT = 65_535;

    SuiteSettings {
        environment = Map.copyOf(environment);
    }

    /** The clone that the suite runs from; the launcher sets it. */
    Path root() {
        return Path.of(text("KONGDEE_ROOT").orElse("")).toAbsolutePath();
    }

    /** The folder of all data, logs and secrets. */
    Path home() {
        return Path.of(text("KONGDEE_HOME").orElse(".local")).toAbsolutePath().normalize();
    }

    Path log(String name) {
        return home().resolve("log").resolve(name + ".log");
    }

    Path secrets() {
        return home().resolve("secrets");
    }

    Path mail() {
        return home().resolve("mail");
    }

    /** The folder of what is true only while the suite runs. */
    Path run() {
        return home().resolve("run");
    }

    Path run(String name) {
        return run().resolve(name);
    }

    Path app(Service service) {
        return home().resolve("app").resolve(service.artifact());
    }

    /** The address on which the services listen. */
    String host() {
        return text("KONGDEE_HOST").orElse("127.0.0.1");
    }

    int port(Service service) {
        return port(service.setting("PORT")).orElse(service.defaultPort());
    }

    int managementPort(Service service) {
        return port(service.setting("MANAGEMENT_PORT")).orElse(service.defaultManagementPort());
    }

    String url(Service service) {
        return "http://localhost:" + port(service);
    }

    int stackPort() {
        return port("KONGDEE_STACK_PORT").orElse(8084);
    }

    /** By which the tokens of this machine name who made them. */
    String issuer() {
        return "http://localhost:" + stackPort();
    }

    int inboxPort() {
        return port("KONGDEE_INBOX_PORT").orElse(2525);
    }

    OptionalInt postgresPort() {
        return port("KONGDEE_POSTGRES_PORT");
    }

    /** The database that an installation has of its own, instead of the embedded one. */
    Optional<Database> externalDatabase(Service service) {
        return text(service.setting("JDBC_URL"))
                .map(
                        url ->
                                new Database(
                                        url,
                                        externalRole(service, "JDBC_"),
                                        externalRole(service, "JDBC_OWNER_")));
    }

    private Login externalRole(Service service, String prefix) {
        String because = service.setting("JDBC_URL");
        return new Login(
                required(service.setting(prefix + "USERNAME"), because),
                required(service.setting(prefix + "PASSWORD"), because));
    }

    /** The mail server that an installation has of its own, instead of the inbox. */
    Optional<String> externalSmtpHost() {
        return text("QUARKUS_MAILER_HOST");
    }

    /** All that is said about it, for the service that sends. */
    Map<String, String> mailServer() {
        return environment.entrySet().stream()
                .filter(setting -> setting.getKey().startsWith("QUARKUS_MAILER_"))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * The origins whose pages may call the services: where a frontend is developed, unless said
     * otherwise; none if said to be nothing.
     */
    String corsOrigins() {
        return environment.getOrDefault("KONGDEE_CORS_ORIGINS", "http://localhost:5173");
    }

    /**
     * The OpenID Connect provider that an installation has of its own, instead of the local issuer.
     */
    Optional<String> externalProvider() {
        return text("KONGDEE_OIDC_URL");
    }

    /**
     * How the JVM of a service is started. In a heap of this size the serial collector does with
     * the least processor time, and its pauses are short. Whatever is set, one that has run out of
     * memory ends, and is started again: nobody knows which of its threads are left.
     */
    List<String> javaOptions(Service service) {
        return Stream.concat(
                        Stream.of(
                                text(service.setting("JAVA_OPTIONS"))
                                        .orElse("-Xmx256m -XX:+UseSerialGC")
                                        .strip()
                                        .split("\\s+")),
                        Stream.of("-XX:+ExitOnOutOfMemoryError"))
                .toList();
    }

    /** Whether the first start of a build records what makes the next ones quicker. */
    boolean recordsStartUp() {
        String name = "KONGDEE_START_UP_CACHES";
        return switch (text(name).orElse("true")) {
            case "true" -> true;
            case "false" -> false;
            case String other ->
                    throw new SuiteException(
                            name + " must be true or false, and is '" + other + "'");
        };
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(environment.get(name))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    String required(String name, String because) {
        return text(name)
                .orElseThrow(
                        () ->
                                new SuiteException(
                                        because + " is set, so " + name + " must be set too"));
    }

    private OptionalInt port(String name) {
        Optional<String> value = text(name);
        if (value.isEmpty()) {
            return OptionalInt.empty();
        }
        String digits = value.get();
        if (!digits.matches("\\d{1,5}")
                || Integer.parseInt(digits) < 1
                || Integer.parseInt(digits) > MAX_PORT) {
            throw new SuiteException(
                    name + " must be a port, 1 to " + MAX_PORT + ", and is '" + digits + "'");
        }
        return OptionalInt.of(Integer.parseInt(digits));
    }
}
