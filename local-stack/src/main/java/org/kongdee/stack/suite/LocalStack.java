package org.kongdee.stack.suite;

import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kongdee.stack.files.Secrets;
import org.kongdee.stack.inbox.Inbox;
import org.kongdee.stack.inbox.InboxServer;
import org.kongdee.stack.oidc.Provider;
import org.kongdee.stack.people.People;
import org.kongdee.stack.postgres.Database;
import org.kongdee.stack.postgres.Durability;
import org.kongdee.stack.postgres.PostgresCluster;
import org.kongdee.stack.token.SigningKey;

/**
 * What one machine needs around the services: databases, mail and sign-in. A part that the settings
 * name an external replacement for is not started.
 */
final class LocalStack implements AutoCloseable {

    private final SuiteSettings settings;
    private final Secrets secrets;
    private final SigningKey key;
    private final Map<Service, Database> databases = new EnumMap<>(Service.class);
    private @Nullable PostgresCluster postgres;
    private @Nullable Provider provider;
    private @Nullable InboxServer inbox;

    LocalStack(SuiteSettings settings) throws IOException {
        this.settings = settings;
        this.secrets = new Secrets(settings.secrets());
        this.key = SigningKey.in(settings.secrets());
    }

    /**
     * Makes the databases ready, those of services that are not installed too. Says where they are.
     */
    String startPostgres() throws IOException, InterruptedException {
        for (Service service : Service.values()) {
            settings.externalDatabase(service)
                    .ifPresent(database -> databases.put(service, database));
        }
        if (databases.size() == Service.values().length) {
            return "external";
        }
        postgres =
                PostgresCluster.start(
                        settings.home().resolve("postgres"),
                        settings.home().resolve("app"),
                        secrets.password("postgres"),
                        Durability.DURABLE,
                        settings.postgresPort());
        for (Service service : Service.values()) {
            if (!databases.containsKey(service)) {
                databases.put(
                        service,
                        postgres.database(
                                service.database(),
                                secrets.password("db-" + service.database() + "-owner"),
                                secrets.password("db-" + service.database())));
            }
        }
        return "127.0.0.1:" + postgres.port();
    }

    String startSignIn() throws IOException {
        if (settings.externalProvider().isPresent()) {
            return settings.externalProvider().get();
        }
        provider =
                Provider.start(
                        new Provider.Settings(
                                settings.stackPort(),
                                settings.issuer(),
                                origins(),
                                new KnownClients(settings, secrets).all(),
                                People.in(settings.root())),
                        key,
                        Clock.systemUTC());
        return settings.issuer();
    }

    /**
     * Those whose pages may call the services: who may not has no use for a token, and no other
     * page of this machine need be able to read one.
     */
    private Set<String> origins() {
        return Arrays.stream(settings.corsOrigins().split(",", -1))
                .map(String::strip)
                .filter(origin -> !origin.isEmpty())
                .collect(Collectors.toSet());
    }

    String startInbox() throws IOException {
        if (settings.externalSmtpHost().isPresent()) {
            return settings.externalSmtpHost().get();
        }
        inbox = InboxServer.start(new Inbox(settings.mail()), settings.inboxPort());
        return "127.0.0.1:" + inbox.port();
    }

    /** What {@code service} must find in its environment, by the standard names of Quarkus. */
    Map<String, String> environment(Service service) throws IOException {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("QUARKUS_HTTP_HOST", settings.host());
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(settings.port(service)));
        environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        environment.put(
                "QUARKUS_MANAGEMENT_PORT", Integer.toString(settings.managementPort(service)));
        environment.put("KONGDEE_CORS_ORIGINS", settings.corsOrigins());
        // A service whose neighbour is not there is told of none, and does not wait for it.
        for (Service other : Status.installed(settings)) {
            environment.put(other.setting("URL"), settings.url(other));
        }
        Database database =
                Objects.requireNonNull(databases.get(service), "PostgreSQL has not started");
        database.settings()
                .forEach(
                        (name, value) ->
                                environment.put(
                                        name.replace('.', '_').toUpperCase(Locale.ROOT), value));
        putTokenSettings(environment);
        if (!service.neighbours().isEmpty()) {
            putClientSettings(service, environment);
        }
        if (service == Service.NOTIFICATION) {
            putMailSettings(environment);
            putLinkSettings(environment);
        }
        return environment;
    }

    private void putTokenSettings(Map<String, String> environment) {
        if (provider == null) {
            environment.put(
                    "QUARKUS_OIDC_AUTH_SERVER_URL", settings.externalProvider().orElseThrow());
        } else {
            environment.put("QUARKUS_OIDC_PUBLIC_KEY", key.publicKey());
            environment.put("QUARKUS_OIDC_TOKEN_ISSUER", settings.issuer());
        }
    }

    /**
     * Under names of our own: QUARKUS_OIDC_CLIENT_… would also be read as settings of a tenant
     * "client" of quarkus.oidc.
     */
    private void putClientSettings(Service service, Map<String, String> environment)
            throws IOException {
        environment.put(
                "KONGDEE_TOKEN_URL",
                provider == null
                        ? settings.required("KONGDEE_TOKEN_URL", "KONGDEE_OIDC_URL")
                        : "http://127.0.0.1:" + provider.port() + "/token");
        environment.put(
                "KONGDEE_CLIENT_SECRET", new KnownClients(settings, secrets).secret(service));
    }

    private void putMailSettings(Map<String, String> environment) {
        if (inbox == null) {
            environment.putAll(settings.mailServer());
        } else {
            environment.put("QUARKUS_MAILER_HOST", "127.0.0.1");
            environment.put("QUARKUS_MAILER_PORT", Integer.toString(inbox.port()));
            environment.put("KONGDEE_MAIL_ORGANISER", "organiser@slk.example");
        }
        settings.text("KONGDEE_MAIL_ORGANISER")
                .ifPresent(address -> environment.put("KONGDEE_MAIL_ORGANISER", address));
    }

    /** The key is kept: links in mails that were sent must work after a restart too. */
    private void putLinkSettings(Map<String, String> environment) throws IOException {
        environment.put(
                "KONGDEE_LINKS_BASE_URL",
                settings.text("KONGDEE_LINKS_BASE_URL").orElse(settings.url(Service.NOTIFICATION)));
        environment.put(
                "KONGDEE_LINKS_SECRET",
                settings.text("KONGDEE_LINKS_SECRET").orElse(secrets.key("links")));
    }

    /** Stops what was started, PostgreSQL last. */
    @Override
    public void close() throws IOException {
        if (inbox != null) {
            inbox.close();
        }
        if (provider != null) {
            provider.close();
        }
        if (postgres != null) {
            postgres.close();
        }
    }
}
