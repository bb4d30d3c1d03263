package org.kongdee.notification.wording;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kongdee.web.text.Language;

/** Thai, with Thai digits, the weekday and the Buddhist era: {@code ส. ๑๕ ม.ค. ๖๕}. */
final class Thai implements Wording {

    static final Thai INSTANCE = new Thai();

    private static final List<String> MONTHS =
            List.of(
                    "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.",
                    "ต.ค.", "พ.ย.", "ธ.ค.");
    private static final List<String> WEEKDAYS =
            List.of("จ.", "อ.", "พ.", "พฤ.", "ศ.", "ส.", "อา.");
    private static final int BUDDHIST_ERA = 543;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH.mm", Locale.ROOT);

    private Thai() {}

    @Override
    public Language language() {
        return Language.TH;
    }

    @Override
    public String number(int number) {
        return digits(Integer.toString(number));
    }

    @Override
    public String date(LocalDate date) {
        int year = (date.getYear() + BUDDHIST_ERA) % 100;
        return "%s %s %s %s"
                .formatted(
                        WEEKDAYS.get(date.getDayOfWeek().ordinal()),
                        number(date.getDayOfMonth()),
                        MONTHS.get(date.getMonthValue() - 1),
                        (year < 10 ? "๐" : "") + number(year));
    }

    @Override
    public String daysLeft(int daysLeft) {
        if (daysLeft == 0) {
            return "ครบกำหนดวันนี้";
        }
        return (daysLeft > 0 ? "เหลือ " : "เกินกำหนด ") + number(Math.abs(daysLeft)) + " วัน";
    }

    @Override
    public String subject(int overdue, int today, int soon, int undated) {
        List<String> parts = new ArrayList<>();
        if (overdue > 0) {
            parts.add("เกินกำหนด " + number(overdue));
        }
        if (today > 0) {
            parts.add("ครบกำหนดวันนี้ " + number(today));
        }
        if (soon > 0) {
            parts.add("ใกล้ถึงกำหนด " + number(soon));
        }
        if (undated > 0) {
            parts.add("ไม่มีกำหนดวัน " + number(undated));
        }
        return "กำหนดส่งงาน: " + String.join(" · ", parts) + " รายการ";
    }

    @Override
    public String text(String text) {
        return digits(text);
    }

    @Override
    public String more(int number) {
        return "และอีก " + number(number) + " รายการ";
    }

    @Override
    public String before(int number) {
        return "และก่อนหน้านี้อีก " + number(number) + " ครั้ง";
    }

    @Override
    public String waiting(int items) {
        return "มีหลักฐานรอตรวจ " + number(items) + " รายการ";
    }

    @Override
    public String rejected(int items) {
        return "หลักฐานไม่ผ่านการตรวจ " + number(items) + " รายการ";
    }

    @Override
    public String settledBy(String name, LocalDate on) {
        return "ดำเนินการแล้วโดย " + digits(name) + " เมื่อ " + date(on);
    }

    @Override
    public String movedFrom(LocalDate date) {
        return "เลื่อนจาก " + date(date);
    }

    @Override
    public String round(int round) {
        return "รอบที่ " + number(round);
    }

    @Override
    public String due(LocalDate date) {
        return "กำหนด " + date(date);
    }

    @Override
    public String stale(LocalDateTime knownAsOf) {
        return "ข้อมูล ณ วันที่ %s เวลา %s น. ยังไม่ได้รับการเปลี่ยนแปลงหลังจากนั้น"
                .formatted(date(knownAsOf.toLocalDate()), digits(TIME.format(knownAsOf)));
    }

    /** Only the digits 0 to 9 change. */
    private static String digits(String text) {
        StringBuilder thai = new StringBuilder(text.length());
        text.chars()
                .forEach(
                        c -> thai.append(c >= '0' && c <= '9' ? (char) (c - '0' + '๐') : (char) c));
        return thai.toString();
    }
}
