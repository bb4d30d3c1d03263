package org.kongdee.evidence.item;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kongdee.evidence.collection.CollectionDays;
import org.kongdee.web.text.LocalizedText;
import org.kongdee.web.text.Message;

/**
 * Whether an item counts on a day; if it doesn't, why, and from when it may.
 *
 * @param from a day still to come; null if it counts, or does on no day as it stands
 * @param why null if it counts
 * @param byDate whether the evidence's date is why, and not what was done with the item
 */
record Counting(
        boolean counts, @Nullable LocalDate from, @Nullable LocalizedText why, boolean byDate) {

    private static final Counting PURGED = never(Message.of("It was removed for good."));
    private static final Counting REJECTED = never(Message.of("The reviewer did not accept it."));
    private static final Counting WITHDRAWN = never(Message.of("It was withdrawn."));
    private static final Counting SUPERSEDED =
            never(Message.of("A newer version has taken its place."));
    private static final Counting WAITING =
            never(Message.of("It waits for review, and counts once it is accepted."));
    private static final Counting NOW = new Counting(true, null, null, false);

    /** What is wrong for good comes first: what lies outside the period need not be reviewed. */
    static Counting of(
            ItemStatus status,
            boolean purged,
            LocalDate date,
            CollectionDays days,
            LocalDate today) {
        if (purged) {
            return PURGED;
        }
        return switch (status) {
            case REJECTED -> REJECTED;
            case WITHDRAWN -> WITHDRAWN;
            case SUPERSEDED -> SUPERSEDED;
            case PENDING, ACCEPTED -> {
                boolean waits = status == ItemStatus.PENDING;
                if (!days.contains(date)) {
                    yield outside(days);
                }
                if (date.isAfter(today)) {
                    yield later(date, waits);
                }
                yield waits ? WAITING : NOW;
            }
        };
    }

    private static Counting outside(CollectionDays days) {
        Message why =
                Message.of(
                        "It is dated outside the period, %s to %s, and counts on no day.",
                        days.start(), days.end());
        return new Counting(false, null, why.inBoth(), true);
    }

    private static Counting later(LocalDate from, boolean waits) {
        Message why =
                waits
                        ? Message.of(
                                "It waits for review; once it is accepted, it counts from %s on.",
                                from)
                        : Message.of("It is dated %s, and counts from that day on.", from);
        return new Counting(false, from, why.inBoth(), true);
    }

    private static Counting never(Message why) {
        return new Counting(false, null, why.inBoth(), false);
    }
}
