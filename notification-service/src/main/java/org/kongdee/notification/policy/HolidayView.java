package org.kongdee.notification.policy;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The days of a holiday calendar. */
@Schema(
        examples =
                """
                {"calendar": "thai-public", "days": [{"day": "2022-04-13", "name": "วันสงกรานต์ (Songkran)"}]}""")
public record HolidayView(String calendar, List<Day> days) {

    /** One day that is not worked. */
    public record Day(LocalDate day, String name) {}
}
