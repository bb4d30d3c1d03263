package org.kongdee.notification.holiday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.kongdee.notification.holiday.Ics.ALL;
import static org.kongdee.notification.holiday.Ics.calendar;
import static org.kongdee.notification.holiday.Ics.dates;
import static org.kongdee.notification.holiday.Ics.days;
import static org.kongdee.notification.holiday.Ics.event;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kongdee.notification.holiday.HolidayWarning.Code;
import org.kongdee.web.problem.Malformed;
import org.kongdee.web.problem.RuleBroken;
import org.kongdee.web.text.LocalizedText;

/** Files as a whole: their form, what they mix, and how much of them is read. */
class HolidayFileTest {

    private static final String SONGKRAN =
            event("1@test", "DTSTART;VALUE=DATE:20220413\nSUMMARY:สงกรานต์");

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void linesEndInAnyWayAndAreFolded(String end) {
        String ics =
                calendar(
                        event(
                                "1@test",
                                "DTSTA\n RT;VALUE=DATE:2022\n\t0413\nSUMMARY:วันสง\n กรานต์"));

        assertThat(HolidayFile.read(ics.replace("\r\n", end) + end + end, ALL).days())
                .containsEntry(LocalDate.of(2022, 4, 13), "วันสงกรานต์");
    }

    @Test
    void aFoldMayTearACharacterAndLinesKeepTheirNumbers() throws Exception {
        byte[] bytes = calendar(SONGKRAN).getBytes(StandardCharsets.UTF_8);
        String octets = new String(bytes, StandardCharsets.ISO_8859_1);
        int name = octets.indexOf("SUMMARY:") + "SUMMARY:".length();
        byte[] torn =
                (octets.substring(0, name + 4) + "\r\n " + octets.substring(name + 4))
                        .getBytes(StandardCharsets.ISO_8859_1);

        String text = IcsText.decode(torn, null);

        assertThat(HolidayFile.read(text, ALL).days()).containsValue("สงกรานต์");
        assertThat(text.lines()).hasSize((int) calendar(SONGKRAN).lines().count() + 1);
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, , EFBBBF",
        "UTF-8, utf-8, ",
        "windows-874, TIS-620, ",
        "windows-874, windows-874, ",
        "UTF-16LE, , FFFE",
        "UTF-16BE, , FEFF",
        "UTF-16LE, UTF-16LE, "
    })
    void isReadInTheCharsetThatItSays(String charset, String said, String mark) throws Exception {
        byte[] text = calendar(SONGKRAN).getBytes(Charset.forName(charset));
        byte[] begin = mark == null ? new byte[0] : HexFormat.of().parseHex(mark);
        byte[] bytes = new byte[begin.length + text.length];
        System.arraycopy(begin, 0, bytes, 0, begin.length);
        System.arraycopy(text, 0, bytes, begin.length, text.length);

        assertThat(IcsText.decode(bytes, said)).isEqualTo(calendar(SONGKRAN));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            textBlock =
                    """
                    ''                                                             | This is no iCalendar file (RFC 5545): it is empty.
                    hello                                                          | This is no iCalendar file (RFC 5545); it fails at line 1.
                    <html>                                                         | This is no iCalendar file (RFC 5545); it fails at line 1.
                    BEGIN:VCALENDAR / hello / END:VCALENDAR                        | This is no iCalendar file (RFC 5545); it fails at line 2.
                    BEGIN:VCALENDAR / BEGIN:VEVENT / DTSTART:20220413              | The file ends before the END of VEVENT; a part of it is missing.
                    BEGIN:VCALENDAR / BEGIN:VEVENT / END:VCALENDAR                 | Line 3 ends VCALENDAR, which was not begun.
                    BEGIN:VCALENDAR / BEGIN:VEVENT / BEGIN:VEVENT                  | Line 3 begins an event within VEVENT, which has no END.
                    BEGIN:VEVENT / END:VEVENT                                      | This is no iCalendar file (RFC 5545); it fails at line 1.
                    """)
    void isNoCalendar(String ics, String detail) {
        assertThatThrownBy(() -> HolidayFile.read(ics.replace(" / ", "\n"), ALL))
                .isInstanceOf(Malformed.class)
                .hasMessage(detail);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    METHOD:CANCEL     | METHOD is CANCEL, so the file is no list of days off; export it with METHOD PUBLISH, or without one.
                    METHOD:REPLY      | METHOD is REPLY, so the file is no list of days off; export it with METHOD PUBLISH, or without one.
                    CALSCALE:BUDDHIST | CALSCALE is GREGORIAN, not 'BUDDHIST'; other calendars are not known here.
                    X-KONGDEE-COMPLETE-UNTIL:2022 | X-KONGDEE-COMPLETE-UNTIL is a date such as 20271231, not '2022'.
                    """)
    void isNoListOfDaysOff(String line, String detail) {
        assertThatThrownBy(() -> HolidayFile.read(calendar(line, SONGKRAN), ALL))
                .isInstanceOf(RuleBroken.class)
                .hasMessage(detail);
    }

    @Test
    void hasNoEventThatIsADayOff() {
        assertThatThrownBy(() -> HolidayFile.read(calendar("X-A:b"), ALL))
                .hasMessage("The file has no events.");
        assertThatThrownBy(
                        () ->
                                HolidayFile.read(
                                        calendar(
                                                event(
                                                        "1@test",
                                                        "DTSTART;VALUE=DATE:20220413\nSTATUS:CANCELLED")),
                                        ALL))
                .hasMessage(
                        "No event of the file is a day off; it has 1. Days off are events of whole days that are not cancelled.");
        assertThatThrownBy(
                        () ->
                                HolidayFile.read(
                                        calendar(SONGKRAN).replace("VERSION:2.0", "VERSION:1.0"),
                                        ALL))
                .hasMessage(
                        "The file is of vCalendar 1.0; export it as iCalendar, whose VERSION is 2.0.");
    }

    @Test
    void namesAllThatIsRefusedWhereNothingIsTaken() {
        assertThatThrownBy(
                        () ->
                                HolidayFile.read(
                                        calendar(
                                                event("1@test", "SUMMARY:a"),
                                                event("2@test", "DTSTART:x")),
                                        ALL))
                .isInstanceOfSatisfying(
                        RuleBroken.class,
                        broken -> {
                            assertThat(broken)
                                    .hasMessage(
                                            "2 events are no days off; the first is 1@test (a), at line 4: it has no DTSTART.");
                            assertThat(broken.errors())
                                    .extracting(
                                            error -> error.line(),
                                            error -> error.detail().toString())
                                    .containsExactly(
                                            tuple(
                                                    4,
                                                    "The event 1@test (a) is no day off: it has no DTSTART."),
                                            tuple(
                                                    12,
                                                    "The event 2@test is no day off: DTSTART is a date such as 20220413, not 'x'."));
                        });
    }

    @Test
    void passesOverWhatIsNoEventAndTellsIt() {
        HolidayFile file =
                HolidayFile.read(
                        calendar(
                                "BEGIN:VTIMEZONE\r\nTZID:x\r\nBEGIN:STANDARD\r\nDTSTART:16010101T000000\r\nend:standard\r\nEND:VTIMEZONE",
                                "BEGIN:VTODO\r\nDUE:20220414\r\nSUMMARY:b\r\nEND:VTODO",
                                "BEGIN:VJOURNAL\r\nnothing\r\nEND:VJOURNAL",
                                SONGKRAN.replace(
                                        "END:VEVENT",
                                        "BEGIN:VALARM\r\nSUMMARY:alarm\r\nTRIGGER:-PT15H\r\nEND:VALARM\r\nEND:VEVENT")),
                        ALL);

        assertThat(file.days()).containsOnlyKeys(dates("2022-04-13")).containsValue("สงกรานต์");
        assertThat(file.warnings())
                .containsExactly(
                        new HolidayWarning(
                                Code.IGNORED,
                                new LocalizedText(
                                        "Entries that are no events (VTODO, VJOURNAL and the like), left out: 2.",
                                        "รายการที่ไม่ใช่กิจกรรม (เช่น VTODO, VJOURNAL) ซึ่งไม่ได้นำมาใช้: 2")));
    }

    /** As the calendar of Google does it, in Thai. */
    private static String google(String... descriptions) {
        return calendar(
                IntStream.range(0, descriptions.length)
                        .mapToObj(
                                i ->
                                        event(
                                                i + "@google.com",
                                                "DTSTART;VALUE=DATE:2022040%d\nDTEND;VALUE=DATE:2022040%d\nSUMMARY:วันที่ %d\nSTATUS:CONFIRMED\nTRANSP:TRANSPARENT\nDESCRIPTION:%s"
                                                        .formatted(
                                                                i + 1, i + 2, i, descriptions[i])))
                        .toArray(String[]::new));
    }

    private static final String OFF = "วันหยุดนักขัตฤกษ์";
    private static final String OBSERVED =
            "วันสำคัญ\\nหากต้องการซ่อนวันสำคัญ ให้ไปที่การตั้งค่า Google ปฏิทิน > วันหยุดในประเทศไทย";

    @Test
    void tellsThatPublicHolidaysAndObservancesAreMixed() {
        HolidayFile mixed = HolidayFile.read(google(OFF, OFF, OBSERVED), ALL);

        assertThat(mixed.days()).hasSize(3);
        assertThat(mixed.warnings())
                .containsExactly(
                        new HolidayWarning(
                                Code.MIXED,
                                new LocalizedText(
                                        "Public holidays in the file: 2; days that are only observed, and worked: 1. exclude=วันสำคัญ leaves these out.",
                                        "ไฟล์นี้มีวันหยุด 2 วัน และวันสำคัญที่ไม่ใช่วันหยุด 1 วัน หากไม่ต้องการนับวันสำคัญ ให้ระบุ exclude=วันสำคัญ")));
        assertThat(
                        HolidayFile.read(google("Public holiday", "Observance\\nTo hide …"), ALL)
                                .warnings())
                .extracting(HolidayWarning::code)
                .containsExactly(Code.MIXED);
        assertThat(HolidayFile.read(google(OFF, OFF), ALL).warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    วันหยุดนักขัตฤกษ์   | -          | 2022-04-01
                    -                   | วันสำคัญ   | 2022-04-01
                    -                   | วันสําคัญ  | 2022-04-01
                    วันที่ 0,วันที่ 1   | -          | 2022-04-01 2022-04-02
                    วันที่              | วันที่ 0   | 2022-04-02
                    """)
    void takesTheEventsThatTheFilterChooses(String include, String exclude, String expected) {
        HolidayFile file =
                HolidayFile.read(
                        google(OFF, OBSERVED), new HolidayFilter(words(include), words(exclude)));

        assertThat(days(file)).isEqualTo(dates(expected));
        assertThat(file.warnings())
                .extracting(HolidayWarning::code)
                .doesNotContain(Code.UNMATCHED, Code.NOTHING_LEFT);
    }

    private static List<String> words(String list) {
        return list == null ? List.of() : List.of(list.split(",", -1));
    }

    @Test
    void looksInCategoriesTooAndTakesLookAlikesForTheSame() {
        String ics =
                calendar(
                        event(
                                "1@test",
                                "DTSTART;VALUE=DATE:20220413\nCATEGORIES:Work,HOLIDAY\nSUMMARY:เเผน"),
                        event("2@test", "DTSTART;VALUE=DATE:20220414\nCATEGORIES:Birthday"));

        assertThat(days(HolidayFile.read(ics, new HolidayFilter(List.of("holiday"), List.of()))))
                .isEqualTo(dates("2022-04-13"));
        assertThat(days(HolidayFile.read(ics, new HolidayFilter(List.of("แผน"), List.of()))))
                .isEqualTo(dates("2022-04-13"));
    }

    @Test
    void tellsOfWordsThatMatchNothingAndOfAFilterThatLeavesNothing() {
        HolidayFile file =
                HolidayFile.read(
                        google(OFF), new HolidayFilter(List.of("Loy Krathong"), List.of("x")));

        assertThat(file.days()).isEmpty();
        assertThat(file.until()).isEqualTo("2022-04-01");
        assertThat(file.warnings())
                .extracting(HolidayWarning::code, warning -> warning.detail().en())
                .containsExactly(
                        tuple(Code.NOTHING_LEFT, "The filter leaves no event; the file has 1."),
                        tuple(Code.UNMATCHED, "include=Loy Krathong is a word of no event."),
                        tuple(Code.UNMATCHED, "exclude=x is a word of no event."));
    }

    @Test
    void whatTheFilterLeavesOutMayBeNoDayOff() {
        String ics = calendar(SONGKRAN, event("2@test", "DTSTART:20220501T090000\nSUMMARY:ประชุม"));

        HolidayFile file = HolidayFile.read(ics, new HolidayFilter(List.of(), List.of("ประชุม")));

        assertThat(file.refused()).isEmpty();
        file.requireWhole();
    }

    @Test
    void hasAtMostTenThousandEventsAndDays() {
        assertThatThrownBy(() -> HolidayFile.read(many(10_001, "SUMMARY:a"), ALL))
                .hasMessage("The file has 10001 events, and at most 10000 are taken.");

        HolidayFile full = HolidayFile.read(many(400, "RRULE:FREQ=DAILY;COUNT=30"), ALL);

        assertThat(full.days()).hasSizeLessThanOrEqualTo(10_000);
        assertThat(full.refused())
                .allSatisfy(
                        refused ->
                                assertThat(refused.why().en())
                                        .isEqualTo("with it the file has more than 10000 days"));
    }

    /** Each in a month of its own. */
    private static String many(int events, String lines) {
        return calendar(
                IntStream.range(0, events)
                        .mapToObj(
                                i ->
                                        event(
                                                i + "@test",
                                                "DTSTART;VALUE=DATE:%d%02d01\n%s"
                                                        .formatted(
                                                                1950 + i / 12 % 400,
                                                                i % 12 + 1,
                                                                lines)))
                        .collect(Collectors.joining("\r\n")));
    }

    /** However many and whatever they are: the work is bounded, and who is over it is told. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    RRULE:FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1,100,-1 | the rules of the file are too many to work out; give it without rules, day by day
                    RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30                 | the rules of the file are too many to work out; give it without rules, day by day
                    RRULE:FREQ=DAILY / EXRULE:FREQ=DAILY;INTERVAL=2          | it comes more than 10000 times
                    """)
    void rulesAreFollowedOnlySoFar(String rules, String why) {
        HolidayFile file =
                HolidayFile.read(
                        many(1_000, rules.replace(" / ", "\r\n")) + calendar(SONGKRAN), ALL);

        assertThat(file.refused()).extracting(refused -> refused.why().en()).contains(why);
        assertThat(file.days()).hasSizeLessThanOrEqualTo(10_000);
    }
}
