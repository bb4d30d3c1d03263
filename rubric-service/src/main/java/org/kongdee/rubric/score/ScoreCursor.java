package org.kongdee.rubric.score;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.feed.Horizon;
import org.kongdee.web.paging.OpaqueText;

/**
 * How far a reader has followed the scores of a cycle. Opaque outside: it names an epoch, a
 * transaction, and the last entry of a history that was told of among those that it wrote.
 *
 * @param transaction unsigned
 */
record ScoreCursor(int epoch, long transaction, String unit, long seq) {

    /** Before everything, in whatever epoch. */
    static final ScoreCursor START = new ScoreCursor(0, 0, "", 0);

    private static final Pattern TEXT =
            Pattern.compile("([0-9]{1,9})\\.([0-9]{1,20})\\.([A-Z0-9-]{0,32})\\.([0-9]{1,18})");

    /** Of what this transaction and those after it changed, nothing was told yet. */
    static ScoreCursor before(Horizon horizon) {
        return new ScoreCursor(horizon.epoch(), horizon.transaction(), "", 0);
    }

    /** Reads a parameter; {@code start}, like none, is the beginning. */
    static ScoreCursor parse(String name, @Nullable String text) {
        return OpaqueText.read(
                name,
                text,
                START,
                TEXT,
                parts ->
                        new ScoreCursor(
                                Integer.parseInt(parts.group(1)),
                                Long.parseUnsignedLong(parts.group(2)),
                                parts.group(3),
                                Long.parseLong(parts.group(4))));
    }

    /** Transactions of another epoch mean nothing now: who comes from there begins anew. */
    ScoreCursor in(Horizon horizon) {
        return epoch == horizon.epoch() ? this : START;
    }

    String text() {
        return OpaqueText.of(
                "%d.%s.%s.%d".formatted(epoch, Long.toUnsignedString(transaction), unit, seq));
    }
}
