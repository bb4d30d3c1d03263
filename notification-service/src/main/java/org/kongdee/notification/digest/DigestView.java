package org.kongdee.notification.digest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A digest as its templates see it: every text is ready to be shown.
 *
 * @param stale says as of when the milestones are known, while rubric-service is away
 * @param waiting says how much waits for the reader's review; null if nothing
 * @param more says how many more lines there are; null if all are shown
 * @param contact the address to write to; null if there is none
 */
public record DigestView(
        String language,
        String subject,
        String preheader,
        Texts texts,
        String name,
        String date,
        List<BoardView> boards,
        List<Group> groups,
        @Nullable String more,
        @Nullable String waiting,
        @Nullable String stale,
        @Nullable String contact,
        String pauseLink) {

    /** The fixed phrases in the digest's language. */
    public record Texts(
            String product,
            String greeting,
            String introduction,
            String missing,
            String example,
            String answer,
            String done,
            String snooze,
            String notMine,
            String reopen,
            String handIn,
            String attached,
            String contact,
            String why,
            String pause,
            String board,
            String section,
            String overdue,
            String soon,
            String waiting,
            String points) {}

    /**
     * Where a unit stands.
     *
     * @param rows its sections, and the unit itself at the end
     */
    public record BoardView(String title, List<Row> rows) {}

    /** A line of a board. */
    public record Row(String section, String overdue, String soon, String waiting, String points) {}

    /**
     * Overdue, due today, due soon …
     *
     * @param colour of the heading, as #rrggbb
     */
    public record Group(String heading, String count, String colour, List<Item> items) {}

    /**
     * One line; what is null is not there.
     *
     * @param about what the criterion is about, if the title does not say so
     * @param whose the sections that owe it, or who gave it
     * @param due the due date and how far it is
     */
    public record Item(
            String unit,
            @Nullable String criterion,
            String title,
            @Nullable String about,
            @Nullable String round,
            @Nullable String whose,
            String due,
            String urgency,
            List<String> notes,
            List<String> missing,
            @Nullable String example,
            @Nullable String answer,
            @Nullable String handInLink,
            @Nullable String doneLink,
            @Nullable String snoozeLink,
            @Nullable String notMineLink,
            @Nullable String reopenLink) {}
}
