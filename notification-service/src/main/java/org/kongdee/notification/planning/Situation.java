package org.kongdee.notification.planning;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All a pass needs to know.
 *
 * @param timeZone plan only what goes by a policy of this zone
 * @param lastPass the date of the last completed pass on or before the planned one, or null
 * @param said what has been said, or decided not to be said, before
 * @param paused what of it was left out within the last days because its recipient was away
 * @param newsTold whether digests of days in between would have told what moved or was settled
 */
public record Situation(
        List<Deadline> deadlines,
        List<Recipient> recipients,
        Policies policies,
        Map<Silence.Key, Silence> silences,
        Set<ReminderKey> said,
        Set<ReminderKey> paused,
        ZoneId timeZone,
        @Nullable LocalDate lastPass,
        boolean newsTold) {

    /** Where nobody was away. */
    public Situation(
            List<Deadline> deadlines,
            List<Recipient> recipients,
            Policies policies,
            Map<Silence.Key, Silence> silences,
            Set<ReminderKey> said,
            ZoneId timeZone,
            @Nullable LocalDate lastPass,
            boolean newsTold) {
        this(
                deadlines,
                recipients,
                policies,
                silences,
                said,
                Set.of(),
                timeZone,
                lastPass,
                newsTold);
    }
}
