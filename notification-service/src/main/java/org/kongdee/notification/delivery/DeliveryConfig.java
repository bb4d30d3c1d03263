package org.kongdee.notification.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How mails are worked off. */
@ConfigMapping(prefix = "kongdee.delivery")
public interface DeliveryConfig {

    /** Whether this replica sends. */
    @WithDefault("true")
    boolean enabled();

    /** How often the outbox is looked at. */
    @WithDefault("2s")
    String every();

    /** How long a worker keeps the mails it took; longer than {@code quarkus.mailer.timeout}. */
    @WithDefault("PT2M")
    Duration lease();

    /** Mails a worker takes at once. */
    @WithDefault("20")
    int batch();

    /** The wait after the first failure; it doubles, up to an hour. */
    @WithDefault("PT30S")
    Duration backOff();

    /** Tries before a mail is given up. */
    @WithDefault("24")
    int maxAttempts();
}
