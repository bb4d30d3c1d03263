package org.kongdee.notification.planning;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * By whom something was settled by hand.
 *
 * @param by the {@code sub} of their token, or {@code recipient:} and their key
 * @param name as people knew them at the time; null if nobody said it
 * @param on the day
 * @param answer what they said of it; null if nothing
 */
public record Settlement(String by, @Nullable String name, LocalDate on, @Nullable String answer) {

    private static final String RECIPIENT = "recipient:";

    /** How somebody is named who acts as a recipient, without a token. */
    public static String by(Recipient recipient) {
        return RECIPIENT + recipient.id();
    }

    /** As they are named to readers. */
    public String who() {
        return name == null ? by : name;
    }

    boolean isBy(Recipient recipient) {
        return by.equals(by(recipient)) || by.equals(recipient.subject());
    }
}
