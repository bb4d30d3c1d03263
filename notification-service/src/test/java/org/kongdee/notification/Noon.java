package org.kongdee.notification;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/**
 * A zone where it is about noon whenever the tests run: no test ends on another day than it began.
 */
public final class Noon {

    private static final int HOUR = ZonedDateTime.now(ZoneOffset.UTC).getHour();
    private static final int OFFSET = 12 - HOUR;

    public static final ZoneId ZONE =
            ZoneId.of("Etc/GMT" + (OFFSET > 0 ? "-" + OFFSET : "+" + -OFFSET));

    private Noon() {}

    public static LocalDate today() {
        return LocalDate.now(ZONE);
    }

    /** Puts a policy for the unit: every day is worked, and mails leave at {@code at}. */
    public static void policy(String unit, String at) {
        Api.as("organiser")
                .body(
                        """
                        {"leadDays": [7, 1, 0], "overdue": {"first": 1, "weekly": "MON"}, "escalateAfter": 7, "at": "%1$s", "again": "%1$s",
                         "timeZone": "%2$s", "daysOff": [], "holidays": [], "appliesTo": {"unit": "%3$s"}}"""
                                .formatted(at, ZONE, unit))
                .put("/v1/policies/" + Api.freshKey("noon"))
                .then()
                .statusCode(201);
    }
}
