package org.kongdee.notification.message;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** What mails say of where they come from, beside {@code quarkus.mailer.from}. */
@ConfigMapping(prefix = "kongdee.mail")
public interface MailConfig {

    /**
     * Whom answers to mails go to, and who is told when somebody says "not mine" or pauses; nobody
     * if not set.
     */
    Optional<String> organiser();

    /**
     * The right-hand side of Message-IDs; it never changes, or mail programs lose their threads.
     */
    @WithDefault("kongdee.local")
    String idDomain();
}
