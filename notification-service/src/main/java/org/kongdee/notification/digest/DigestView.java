package org.kongdee.notification.digest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A digest as its templates see it: every text is ready to be shown.
 *
 * @param stale says as of when the milestones are known, while rubric-service is away
 */
public record DigestView(
        String language,
        String subject,
        String preheader,
        Texts texts,
        String name,
        String date,
        List<Group> groups,
        @Nullable String stale,
        String pauseLink) {

    /** The fixed phrases in the digest's language. */
    public record Texts(
            String product,
            String greeting,
            String introduction,
            String missing,
            String done,
            String snooze,
            String notMine,
            String attached,
            String why,
            String pause) {}

    /**
     * Overdue, due today, or due soon.
     *
     * @param colour of the heading, as #rrggbb
     */
    public record Group(String heading, String count, String colour, List<Item> items) {}

    /** One deadline; links are null where there is nothing to do by them. */
    public record Item(
            String unit,
            @Nullable String criterion,
            String title,
            @Nullable String round,
            String due,
            String daysLeft,
            List<String> missing,
            String doneLink,
            @Nullable String snoozeLink,
            String notMineLink) {}
}
