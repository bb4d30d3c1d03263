package org.kongdee.notification.holiday;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kongdee.web.text.LocalizedText;
import org.kongdee.web.text.Message;

/**
 * Something about a file that a person should look at.
 *
 * @param code what it is about
 * @param detail the same in words
 */
@Schema(
        examples =
                """
                {"code": "MIXED",
                 "detail": {"en": "Public holidays in the file: 19; days that are only observed, and worked: 12. exclude=Observance leaves these out.",
                            "th": "ไฟล์นี้มีวันหยุด 19 วัน และวันสำคัญที่ไม่ใช่วันหยุด 12 วัน หากไม่ต้องการนับวันสำคัญ ให้ระบุ exclude=Observance"}}""")
public record HolidayWarning(Code code, LocalizedText detail) {

    /** What a warning is about. */
    @Schema(name = "HolidayWarningCode")
    public enum Code {
        /** Public holidays and days that are only observed. */
        MIXED,
        /** A word of the filter that is in no event. */
        UNMATCHED,
        /** A filter that leaves no event. */
        NOTHING_LEFT,
        /** Events that are cancelled, and so are no days off. */
        CANCELLED,
        /** Events of which the file has a later revision. */
        REVISED,
        /** Several events under one UID, each of which is taken. */
        DOUBLED,
        /** Events that are not certain, and are taken. */
        TENTATIVE,
        /** Rules that go on after the horizon. */
        ENDLESS,
        /** Entries that are no events. */
        IGNORED
    }

    static HolidayWarning of(Code code, Message detail) {
        return new HolidayWarning(code, detail.inBoth());
    }
}
