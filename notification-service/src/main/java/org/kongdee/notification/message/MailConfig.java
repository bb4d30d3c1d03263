package org.kongdee.notification.message;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Who mails come from. */
@ConfigMapping(prefix = "kongdee.mail")
public interface MailConfig {

    /** The address in From. */
    @WithDefault("kongdee@slk.example")
    String from();

    /** The name in From. */
    @WithDefault("กองดี Kongdee")
    String fromName();

    /** The envelope's sender, which bounces go to; {@link #from()} if not set. */
    Optional<String> returnPath();

    /** Who is told when somebody says "not mine" or pauses; nobody if not set. */
    Optional<String> organiser();

    /**
     * The right-hand side of Message-IDs; it never changes, or mail programs lose their threads.
     */
    @WithDefault("kongdee.local")
    String idDomain();
}
