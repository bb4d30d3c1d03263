package org.kongdee.evidence.item;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kongdee.evidence.collection.CollectionDays;
import org.kongdee.web.text.LocalizedText;

/**
 * Whether an item counts on a day; if it doesn't, why, and from when it may.
 *
 * @param from a day still to come; null if it counts, or does on no day as it stands
 * @param why null if it counts
 * @param byDate whether the evidence's date is why, and not what was done with the item
 */
record Counting(
        boolean counts, @Nullable LocalDate from, @Nullable LocalizedText why, boolean byDate) {

    private static final Counting PURGED = never("It was removed for good.", "ถูกลบถาวรแล้ว");
    private static final Counting REJECTED =
            never("The reviewer did not accept it.", "ผู้ตรวจไม่รับหลักฐานนี้");
    private static final Counting WITHDRAWN = never("It was withdrawn.", "ถอนหลักฐานนี้แล้ว");
    private static final Counting SUPERSEDED =
            never("A newer version has taken its place.", "มีฉบับใหม่แทนที่แล้ว");
    private static final Counting WAITING =
            never(
                    "It waits for review, and counts once it is accepted.",
                    "รอการตรวจ จะนับเมื่อผู้ตรวจรับแล้ว");
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
        return new Counting(
                false,
                null,
                new LocalizedText(
                        "It is dated outside the period, %s to %s, and counts on no day."
                                .formatted(days.start(), days.end()),
                        "วันที่ของหลักฐานอยู่นอกรอบ %s ถึง %s จึงไม่นับ"
                                .formatted(days.start(), days.end())),
                true);
    }

    private static Counting later(LocalDate from, boolean waits) {
        return new Counting(
                false,
                from,
                waits
                        ? new LocalizedText(
                                "It waits for review; once it is accepted, it counts from %s on."
                                        .formatted(from),
                                "รอการตรวจ เมื่อผู้ตรวจรับแล้วจะนับตั้งแต่วันที่ %s"
                                        .formatted(from))
                        : new LocalizedText(
                                "It is dated %s, and counts from that day on.".formatted(from),
                                "หลักฐานลงวันที่ %s จะนับตั้งแต่วันนั้นเป็นต้นไป".formatted(from)),
                true);
    }

    private static Counting never(String en, String th) {
        return new Counting(false, null, new LocalizedText(en, th), false);
    }
}
