package org.kongdee.notification.planning;

/** What a line is headed by, in the order in which a digest says it. */
public enum Urgency {
    TODAY,
    SOON,
    MOVED,
    OVERDUE,
    UNDATED,
    SETTLED;

    static Urgency of(Plan.Line line) {
        return switch (line.occasion()) {
            case DUE -> line.daysLeft() == 0 ? TODAY : line.daysLeft() > 0 ? SOON : OVERDUE;
            case MOVED -> MOVED;
            case UNDATED -> UNDATED;
            case SETTLED -> SETTLED;
        };
    }
}
