package org.kongdee.e2e.compose;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.kongdee.e2e.suite.Startup;
import org.kongdee.stack.inbox.Inbox;
import org.kongdee.stack.inbox.InboxServer;
import org.kongdee.stack.postgres.Database.Login;
import org.kongdee.stack.postgres.PostgresCluster;
import org.kongdee.stack.postgres.PostgresPort;
import org.kongdee.test.Frontend;
import org.kongdee.test.Packaged;
import org.kongdee.test.TestPostgres;

/**
 * What compose.yaml describes, as processes of this machine: each service has the environment of
 * its container, in which only host names and ports are those of the local part that stands for the
 * container.
 */
final class ComposedSuite implements AutoCloseable {

    static final List<String> SERVICES =
            List.of("rubric-service", "evidence-service", "notification-service");

    private final ComposeFile compose;
    private final Path folder;
    private final Map<String, String> addresses = new LinkedHashMap<>();
    private final Map<String, Packaged> services = new LinkedHashMap<>();
    private final InboxServer inbox;
    private final S3Proxy s3;
    private final Frontend frontend;
    private final Keycloak keycloak;

    /**
     * Starts what the services need, and begins to start Keycloak.
     *
     * @param folder for files and mail
     */
    ComposedSuite(ComposeFile compose, Path folder) throws Exception {
        this.compose = compose;
        this.folder = folder;
        PostgresCluster postgres = TestPostgres.ownCluster(compose.setting("POSTGRES_PASSWORD"));
        addresses.put("postgres:5432", "127.0.0.1:" + postgres.port());
        try (Connection admin =
                new Login("postgres", compose.setting("POSTGRES_PASSWORD"))
                        .connect("jdbc:postgresql://127.0.0.1:" + postgres.port() + "/postgres")) {
            InitScript.run(admin, compose.environment("postgres"));
        }
        s3 = s3(compose.environment("s3"), buckets());
        addresses.put("s3:8333", "127.0.0.1:" + s3.getPort());
        inbox = InboxServer.start(new Inbox(folder.resolve("mail")), InboxServer.ANY_PORT);
        frontend = Frontend.start(0);
        frontend.signInAt(compose.setting("KEYCLOAK_URL") + "/realms/kongdee");
        addresses.put(
                URI.create(compose.setting("TRIAL_WEB_URL")).getAuthority(),
                "localhost:" + frontend.port());
        for (String service : SERVICES) {
            addresses.put(service + ":" + containerPort(service), address(PostgresPort.free()));
        }
        keycloak =
                Keycloak.start(
                        compose.property("keycloak", "image").toString(),
                        compose.command("keycloak"),
                        local("keycloak"));
        addresses.put("keycloak:8080", address(keycloak.port()));
    }

    void start() throws Exception {
        for (String service : SERVICES) {
            migrate(service.replace("-service", "-migration"), service);
        }
        keycloak.awaitReady();
        Startup.sideBySide(services, SERVICES, this::startService);
    }

    private static S3Proxy s3(Map<String, String> environment, Path folder) throws Exception {
        S3Proxy s3 =
                S3Proxy.builder()
                        .blobStore(new FilesystemNio2BlobStore(folder.toString()))
                        .endpoint(URI.create("http://127.0.0.1:0"))
                        .awsAuthentication(
                                AuthenticationType.AWS_V2_OR_V4,
                                environment.get("AWS_ACCESS_KEY_ID"),
                                environment.get("AWS_SECRET_ACCESS_KEY"))
                        .build();
        s3.start();
        return s3;
    }

    /** Runs the job that a service waits for. */
    private void migrate(String job, String service) throws Exception {
        Path log = Path.of("target", "compose-" + job + ".log");
        int code =
                Packaged.run(
                        new Packaged.Start(
                                Path.of("..", service).resolve(Packaged.JAR),
                                "256m",
                                Map.of(),
                                local(job),
                                Files.createDirectories(workingFolder(service)),
                                log));
        if (code != 0) {
            throw new IllegalStateException(job + " failed; see " + log.toAbsolutePath());
        }
    }

    private Packaged startService(String service) throws Exception {
        String port = addresses.get(service + ":" + containerPort(service)).replaceAll(".*:", "");
        return Packaged.start(
                new Packaged.Start(
                        Path.of("..", service).resolve(Packaged.JAR),
                        "256m",
                        Map.of("quarkus.http.port", port),
                        local(service),
                        Files.createDirectories(workingFolder(service)),
                        Path.of("target", "compose-" + service + ".log")));
    }

    /** The environment of a container, with addresses of this machine. */
    private Map<String, String> local(String service) {
        Map<String, String> environment = compose.environment(service);
        environment.replaceAll((name, value) -> onThisMachine(value));
        if (service.equals("notification-service")) {
            environment.put("QUARKUS_MAILER_HOST", "127.0.0.1");
            environment.put("QUARKUS_MAILER_PORT", Integer.toString(inbox.port()));
        }
        return environment;
    }

    private String onThisMachine(String value) {
        String local = value;
        for (var address : addresses.entrySet()) {
            local = local.replace("/" + address.getKey(), "/" + address.getValue());
        }
        return local;
    }

    private int containerPort(String service) {
        String published = ((List<?>) compose.property(service, "ports")).getFirst().toString();
        return Integer.parseInt(published.replaceAll(".*:", ""));
    }

    private static String address(int port) {
        return "127.0.0.1:" + port;
    }

    Packaged service(String name) {
        return services.get(name);
    }

    /** Where the frontend that is tried runs. */
    String trialWebUrl() {
        return "http://localhost:" + frontend.port();
    }

    Keycloak keycloak() {
        return keycloak;
    }

    /** Where a service works, and must leave nothing. */
    Path workingFolder(String service) {
        return folder.resolve(service);
    }

    /** What the S3 server has stored, a folder for each bucket. */
    Path buckets() throws IOException {
        Path bucket = folder.resolve("s3").resolve(compose.setting("S3_BUCKET"));
        return Files.createDirectories(bucket).getParent();
    }

    @Override
    public void close() throws Exception {
        for (Packaged service : services.values()) {
            service.close();
        }
        keycloak.close();
        s3.stop();
        frontend.close();
        inbox.close();
    }
}
