package org.kongdee.notification.holiday;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.kongdee.notification.holiday.HolidayWarning.Code;
import org.kongdee.web.text.Message;

/**
 * Tells whether events mix days that are not worked with days that are only observed, as the
 * calendars of Google do: they say which is which in the description.
 */
final class Mixture {

    private static final List<String> OBSERVED = List.of("วันสำคัญ", "Observance");
    private static final List<String> OFF =
            List.of("วันหยุดนักขัตฤกษ์", "วันหยุดราชการ", "Public holiday");

    private Mixture() {}

    static Optional<HolidayWarning> of(Collection<IcsEvent> events) {
        int off = 0;
        int observed = 0;
        String word = "";
        for (IcsEvent event : events) {
            String text = HolidayFilter.text(event, "CATEGORIES", "DESCRIPTION");
            Optional<String> found = found(text, OBSERVED);
            if (found(text, OFF).isPresent()) {
                off++;
            } else if (found.isPresent()) {
                observed++;
                word = found.get();
            }
        }
        return off == 0 || observed == 0
                ? Optional.empty()
                : Optional.of(
                        HolidayWarning.of(
                                Code.MIXED,
                                Message.of(
                                        "Public holidays in the file: %d; days that are only observed, and worked: %d. exclude=%s leaves these out.",
                                        off, observed, word)));
    }

    private static Optional<String> found(String text, List<String> words) {
        return words.stream().filter(word -> HolidayFilter.has(text, word)).findFirst();
    }
}
