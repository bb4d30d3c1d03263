package org.kongdee.notification.delivery;

import static java.util.Objects.requireNonNull;

import io.quarkus.mailer.runtime.MailerRuntimeConfig;
import io.quarkus.mailer.runtime.Mailers;
import io.quarkus.mailer.runtime.MailersRuntimeConfig;
import io.quarkus.runtime.Startup;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.StartTLSOptions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * The mail server of {@code quarkus.mailer.*}. The clients made here follow the same settings as
 * the extension's own, which waits for a silent server for ever: these end a connection on which
 * nothing has moved for {@code quarkus.mailer.timeout}.
 */
@Singleton
@Startup
class MailServer {

    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final Vertx vertx;
    private final MailerRuntimeConfig config;
    private final MailConfig options;

    /**
     * @throws IllegalStateException if something is set that digests could not keep to
     */
    MailServer(Vertx vertx, MailersRuntimeConfig mailers, TlsConfigurationRegistry tls) {
        this.vertx = vertx;
        this.config = requireNonNull(mailers.mailers().get(Mailers.DEFAULT_MAILER_NAME));
        refuse(config.mock().orElse(false), "mock", "kongdee.delivery.enabled=false sends nothing");
        refuse(
                config.dkim().enabled(),
                "dkim.enabled",
                "to sign a mail is to read it before the server is ready; let the relay sign");
        refuse(config.timeout().isZero(), "timeout=0", "a server that falls silent must end");
        refuse(config.trustAll().orElse(false), "trust-all", "name whom to trust");
        refuse(
                config.truststore().isConfigured() || config.keyStore().isPresent(),
                "trust-store",
                "set quarkus.tls.<name>.trust-store and quarkus.mailer.tls-configuration-name");
        this.options = options(config, tls);
    }

    private static void refuse(boolean set, String setting, String instead) {
        if (set) {
            throw new IllegalStateException(
                    "quarkus.mailer.%s is not supported: %s".formatted(setting, instead));
        }
    }

    /** A client of one connection; whoever takes it closes it. */
    MailClient connect() {
        return MailClient.create(vertx, new MailConfig(options));
    }

    /** Connections, and so digests under way at once, in each replica. */
    int connections() {
        return config.maxPoolSize();
    }

    /** How long to wait for the server up to DATA, and again until it has taken the mail. */
    Duration patience() {
        return config.timeout();
    }

    /** Whether mail may go to an address, by {@code quarkus.mailer.approved-recipients}. */
    boolean approves(String address) {
        List<Pattern> approved = config.approvedRecipients().orElse(List.of());
        return approved.isEmpty() || approved.stream().anyMatch(p -> p.matcher(address).matches());
    }

    private static MailConfig options(MailerRuntimeConfig config, TlsConfigurationRegistry tls) {
        MailConfig options = new MailConfig();
        options.setHostname(config.host());
        config.port().ifPresent(options::setPort);
        config.username().ifPresent(options::setUsername);
        config.password().ifPresent(options::setPassword);
        config.authMethods().ifPresent(options::setAuthMethods);
        config.ownHostName().ifPresent(options::setOwnHostname);
        config.maxMailsPerConnection().ifPresent(options::setMaxMailsPerConnection);
        options.setLogin(LoginOption.valueOf(upper(config.login())));
        options.setStarttls(StartTLSOptions.valueOf(upper(config.startTLS())));
        options.setDisableEsmtp(config.disableEsmtp());
        options.setKeepAlive(config.keepAlive());
        options.setPipelining(config.pipelining());
        options.setMaxPoolSize(1);
        options.setPoolCleanerPeriod(0);
        options.setConnectTimeout(Math.toIntExact(CONNECT.toMillis()));
        options.setIdleTimeout(Math.toIntExact(config.timeout().toMillis()));
        options.setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        // The end of a mail is a write of its own; held back until the text is acknowledged, it
        // would cost some 40 ms a mail.
        options.setTcpNoDelay(true);
        if (config.tlsConfigurationName().isPresent()) {
            encrypt(options, config, named(tls, config.tlsConfigurationName().get()));
        } else {
            options.setSsl(config.ssl() || config.tls().orElse(false));
        }
        return options;
    }

    private static TlsConfiguration named(TlsConfigurationRegistry tls, String name) {
        return tls.get(name)
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "quarkus.mailer.tls-configuration-name: there is no quarkus.tls."
                                                + name));
    }

    private static void encrypt(
            MailConfig options, MailerRuntimeConfig config, TlsConfiguration tls) {
        options.setSsl(config.tls().orElse(true));
        options.setTrustAll(tls.isTrustAll());
        if (tls.getTrustStoreOptions() != null) {
            options.setTrustOptions(tls.getTrustStoreOptions());
        }
        if (tls.getKeyStoreOptions() != null) {
            options.setKeyCertOptions(tls.getKeyStoreOptions());
        }
        tls.getHostnameVerificationAlgorithm().ifPresent(options::setHostnameVerificationAlgorithm);
        if (tls.getSSLOptions() != null) {
            options.setSslHandshakeTimeout(tls.getSSLOptions().getSslHandshakeTimeout());
            options.setSslHandshakeTimeoutUnit(tls.getSSLOptions().getSslHandshakeTimeoutUnit());
            options.setEnabledSecureTransportProtocols(
                    tls.getSSLOptions().getEnabledSecureTransportProtocols());
            tls.getSSLOptions().getEnabledCipherSuites().forEach(options::addEnabledCipherSuite);
            tls.getSSLOptions().getCrlValues().forEach(options::addCrlValue);
        }
    }

    private static String upper(String option) {
        return option.toUpperCase(Locale.ROOT);
    }
}
