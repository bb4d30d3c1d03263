package org.kongdee.e2e.suite;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kongdee.stack.inbox.Inbox;
import org.kongdee.stack.inbox.InboxServer;
import org.kongdee.stack.inbox.ReceivedMail;
import org.kongdee.stack.oidc.Client;
import org.kongdee.stack.oidc.Provider;
import org.kongdee.stack.postgres.PostgresPort;
import org.kongdee.test.CheckedAnswers;
import org.kongdee.test.Packaged;
import org.kongdee.test.PublishedContract;
import org.kongdee.test.TestPostgres;
import org.kongdee.test.TestTokens;

/**
 * The packaged services together, each with a database of its own, wired as in production: tokens
 * of their own for each other, mail over SMTP. They keep their ports and data over a restart.
 */
public final class Suite implements AutoCloseable {

    private static final String RUBRIC_SECRET = "rubric-secret";
    private static final String NOTIFICATION_SECRET = "notification-secret";

    private final Path folder;
    private final Map<Service, Map<String, String>> settings = new EnumMap<>(Service.class);
    private final Map<Service, Packaged> running = new EnumMap<>(Service.class);
    private final Provider tokens;
    private final Inbox inbox;
    private final InboxServer smtp;
    private final Link toEvidence;
    private final Link toRubric;

    /**
     * Prepares all and starts nothing yet.
     *
     * @param folder for files, mail and logs
     */
    public Suite(Path folder) throws IOException {
        this.folder = folder;
        tokens =
                TestTokens.provider(
                        Client.Program.service(
                                "rubric-service", RUBRIC_SECRET, List.of("evidence-service")),
                        Client.Program.service(
                                "notification-service",
                                NOTIFICATION_SECRET,
                                List.of("rubric-service")));
        inbox = new Inbox(folder.resolve("mail"));
        smtp = InboxServer.start(inbox, InboxServer.ANY_PORT);
        for (Service service : Service.values()) {
            settings.put(service, common());
        }
        toEvidence = new Link(port(Service.EVIDENCE));
        toRubric = new Link(port(Service.RUBRIC));
        set(
                Service.EVIDENCE,
                Map.of("kongdee.evidence.storage.folder", folder.resolve("files").toString()));
        set(
                Service.RUBRIC,
                Map.of(
                        "kongdee.client.secret", RUBRIC_SECRET,
                        "kongdee.evidence.url", toEvidence.url(),
                        "kongdee.evidence.follow-every", "1s",
                        "kongdee.evidence.tell-every", "1s",
                        "org.kongdee.rubric.evidence.EvidenceClient/CircuitBreaker/delay", "1"));
        set(
                Service.NOTIFICATION,
                Map.of(
                        "kongdee.client.secret", NOTIFICATION_SECRET,
                        "kongdee.rubric.url", toRubric.url(),
                        "kongdee.rubric.sync-every", "off",
                        "kongdee.rubric.tell-every", "1s",
                        "org.kongdee.notification.milestone.RubricClient/CircuitBreaker/delay", "1",
                        "kongdee.delivery.every", "1s",
                        "kongdee.pass.every", "off",
                        "quarkus.mailer.port", Integer.toString(smtp.port())));
        set(
                Service.NOTIFICATION,
                Map.of(
                        "kongdee.links.base-url",
                        url(Service.NOTIFICATION),
                        "kongdee.links.secret",
                        "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="));
    }

    private Map<String, String> common() throws IOException {
        Map<String, String> common = new HashMap<>(TestPostgres.freshDatabase().settings());
        common.putAll(
                Map.of(
                        "quarkus.profile",
                        "local",
                        "quarkus.http.port",
                        Integer.toString(PostgresPort.free()),
                        "quarkus.oidc.public-key",
                        TestTokens.publicKey(),
                        "quarkus.oidc.token.issuer",
                        TestTokens.ISSUER,
                        "kongdee.token.url",
                        "http://127.0.0.1:" + tokens.port() + "/token"));
        return common;
    }

    private void set(Service service, Map<String, String> more) {
        settings.get(service).putAll(more);
    }

    private int port(Service service) {
        return Integer.parseInt(settings.get(service).get("quarkus.http.port"));
    }

    private String url(Service service) {
        return "http://127.0.0.1:" + port(service);
    }

    /** Starts these services side by side; those that run are stopped first. */
    public void start(Service... services) throws Exception {
        for (Service service : services) {
            Packaged before = running.remove(service);
            if (before != null) {
                before.close();
            }
        }
        Startup.sideBySide(running, List.of(services), this::startOne);
    }

    private Packaged startOne(Service service) throws Exception {
        // Started often and run briefly: the first compiler is enough.
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        return Packaged.start(
                new Packaged.Start(
                        service.jar(),
                        "256m",
                        settings.get(service),
                        environment,
                        folder,
                        Path.of("target", "e2e-" + service.artifact() + ".log")));
    }

    /** Stops all, and starts them again at another time. */
    public void moveTo(ZonedDateTime time) throws Exception {
        Duration shift = Duration.between(Instant.now(), time.toInstant());
        for (Service service : Service.values()) {
            set(service, Map.of("kongdee.clock.shift", shift.toString()));
        }
        start(Service.values());
    }

    /** As kill -9 does. */
    public void kill(Service service) throws InterruptedException {
        running.remove(service).kill();
    }

    /** A request of somebody in this role, of no unit. */
    public RequestSpecification as(String role, Service service) {
        return calling(service, TestTokens.token(role));
    }

    /** A request of an officer. */
    public RequestSpecification asOfficer(String name, String unit, Service service) {
        return calling(service, TestTokens.token(name, "officer", unit));
    }

    private RequestSpecification calling(Service service, String token) {
        return given().baseUri(url(service))
                .filter(new CheckedAnswers(PublishedContract.of(service.artifact())))
                .auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .accept(ContentType.JSON);
    }

    /** The mail to one address, the newest first. */
    public List<ReceivedMail> mailTo(String address) throws IOException {
        return inbox.list().stream().filter(mail -> mail.recipient().equals(address)).toList();
    }

    /** The way from rubric-service to evidence-service. */
    public Link toEvidence() {
        return toEvidence;
    }

    /** The way from notification-service to rubric-service. */
    public Link toRubric() {
        return toRubric;
    }

    @Override
    public void close() throws InterruptedException {
        for (Packaged service : running.values()) {
            service.close();
        }
        toEvidence.close();
        toRubric.close();
        smtp.close();
        tokens.close();
    }
}
