package org.kongdee.notification.delivery;

import java.time.Duration;
import java.util.Optional;

/** How to reach a mail server of a test. */
record TestSmtp(String host, int port, Encryption encryption) implements SmtpConfig {

    @Override
    public Optional<String> username() {
        return Optional.empty();
    }

    @Override
    public Optional<String> password() {
        return Optional.empty();
    }

    @Override
    public Duration connectTimeout() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Duration timeout() {
        return Duration.ofSeconds(2);
    }

    @Override
    public int connections() {
        return 1;
    }
}
