package org.kongdee.rubric.event;

import java.util.regex.Pattern;
import org.kongdee.web.paging.OpaqueText;
import org.kongdee.web.problem.Malformed;
import org.kongdee.web.text.Message;

/**
 * Where a reader of events has got to. Opaque outside: it names a transaction, the kind and unit of
 * what it changed, and the place among these.
 *
 * @param transaction unsigned
 */
record EventPosition(long transaction, int kind, String unit, long sequence) {

    private static final Pattern TEXT =
            Pattern.compile("([0-9]{1,20})\\.([0-9])\\.([A-Z0-9-]{0,32})\\.(-?[0-9]{1,18})");

    /** Before everything that a transaction changed. */
    static EventPosition before(long transaction) {
        return new EventPosition(transaction, 0, "", -1);
    }

    static EventPosition parse(String text) {
        return OpaqueText.read(
                        text,
                        TEXT,
                        parts ->
                                new EventPosition(
                                        Long.parseUnsignedLong(parts.group(1)),
                                        Integer.parseInt(parts.group(2)),
                                        parts.group(3),
                                        Long.parseLong(parts.group(4))))
                .orElseThrow(
                        () ->
                                Malformed.parameter(
                                        "Last-Event-ID",
                                        Message.of(
                                                "Last-Event-ID is the id of an event that was received.")));
    }

    String text() {
        return OpaqueText.of(
                "%s.%d.%s.%d".formatted(Long.toUnsignedString(transaction), kind, unit, sequence));
    }
}
