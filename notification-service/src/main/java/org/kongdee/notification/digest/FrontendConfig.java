package org.kongdee.notification.digest;

import io.smallrye.config.ConfigMapping;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Where readers of mails find the frontend. */
@ConfigMapping(prefix = "kongdee.frontend")
public interface FrontendConfig {

    /**
     * The page on which evidence is handed in, with {@code {milestone}} where the milestone's id
     * goes, such as {@code https://kongdee.example/hand-in?milestone={milestone}}. Without it mails
     * have no such link.
     */
    Optional<String> handInUrl();

    /** The address for one milestone. */
    static String of(String address, String milestone) {
        return address.replace("{milestone}", URLEncoder.encode(milestone, StandardCharsets.UTF_8));
    }
}
