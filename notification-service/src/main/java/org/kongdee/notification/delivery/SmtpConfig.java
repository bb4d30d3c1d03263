package org.kongdee.notification.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The mail server. */
@ConfigMapping(prefix = "kongdee.smtp")
public interface SmtpConfig {

    @WithDefault("127.0.0.1")
    String host();

    @WithDefault("2525")
    int port();

    Optional<String> username();

    Optional<String> password();

    /** NONE, STARTTLS (required, not just tried) or TLS. */
    @WithDefault("NONE")
    Encryption encryption();

    /** How long to wait for a connection. */
    @WithDefault("PT10S")
    Duration connectTimeout();

    /** How long to wait for each answer. */
    @WithDefault("PT60S")
    Duration timeout();

    /** Connections, and so mails under way at once, in each replica. */
    @WithDefault("4")
    int connections();

    /** How the dialogue is protected. */
    enum Encryption {
        NONE,
        STARTTLS,
        TLS
    }
}
