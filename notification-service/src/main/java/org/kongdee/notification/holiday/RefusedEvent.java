package org.kongdee.notification.holiday;

import java.util.Comparator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.text.LocalizedText;
import org.kongdee.web.text.Message;
import org.kongdee.web.text.Text;

/**
 * An event of the file that is no day off. It is left out, the others are taken.
 *
 * @param uid its UID; null if it has none
 * @param line of the file, from 1, that is at fault
 * @param name its SUMMARY; may be empty
 * @param why what is wrong with it
 */
@Schema(
        examples =
                """
                {"uid": "4@office.example", "line": 31, "name": "ประชุมประจำเดือน",
                 "why": {"en": "RRULE: FREQ is DAILY, WEEKLY, MONTHLY or YEARLY, not 'HOURLY'",
                         "th": "RRULE: FREQ ต้องเป็น DAILY, WEEKLY, MONTHLY หรือ YEARLY ไม่ใช่ 'HOURLY'"}}""")
public record RefusedEvent(@Nullable String uid, int line, String name, LocalizedText why) {

    static final Comparator<RefusedEvent> BY_LINE = Comparator.comparingInt(RefusedEvent::line);

    private static final int LONGEST = 500;

    static RefusedEvent of(IcsEvent event, NoDayOff fault) {
        String uid = event.uid();
        LocalizedText why = fault.why().inBoth();
        return new RefusedEvent(
                uid == null ? null : shortened(uid),
                fault.line(),
                shortened(event.name()),
                new LocalizedText(shortened(why.en()), shortened(why.th())));
    }

    private static String shortened(String text) {
        String line = Text.oneLine(text);
        return line.length() <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST / 2));
    }

    /** By which a person finds it. */
    Message label() {
        if (uid == null) {
            return name.isEmpty() ? Message.of("without UID") : Message.verbatim(name);
        }
        return name.isEmpty() ? Message.verbatim(uid) : Message.of("%s (%s)", uid, name);
    }
}
