package org.kongdee.notification.wording;

import org.kongdee.web.text.Language;
import org.kongdee.web.text.LocalizedText;

/** Fixed texts, each in both languages. */
public enum Phrase {
    PRODUCT("Kongdee", "กองดี"),
    GREETING("Dear", "เรียน"),
    INTRODUCTION(
            "Here is what is due in your unit.",
            "รายการที่ใกล้ถึงกำหนดหรือเกินกำหนดของหน่วยงานท่าน"),
    OVERDUE("Overdue", "เกินกำหนด"),
    TODAY("Due today", "ครบกำหนดวันนี้"),
    SOON("Due soon", "ใกล้ถึงกำหนด"),
    MISSING("Still missing", "สิ่งที่ยังขาด"),
    EXAMPLE("Example", "ตัวอย่าง"),
    DONE("Done", "ทำเสร็จแล้ว"),
    SNOOZE("Remind me later", "เตือนภายหลัง"),
    NOT_MINE("Not mine", "ไม่ใช่งานของฉัน"),
    UNDO("Undo", "เลิกทำ"),
    PAUSE("Pause reminders", "พักการแจ้งเตือน"),
    ATTACHED(
            "The attached calendar file puts these dates into your calendar.",
            "ไฟล์ปฏิทินที่แนบมาใช้เพิ่มวันครบกำหนดลงในปฏิทินของท่านได้"),
    WHY(
            "You get this mail because these deadlines belong to your section or unit.",
            "ท่านได้รับอีเมลนี้เพราะรายการข้างต้นเป็นงานของส่วนหรือหน่วยงานของท่าน"),
    CALENDAR_NAME("Deadlines", "กำหนดส่งงาน"),

    ASK_DONE("Mark this as done?", "ยืนยันว่าทำรายการนี้เสร็จแล้วหรือไม่"),
    ASK_UNDO("Take back that this is done?", "ยืนยันการยกเลิกสถานะเสร็จแล้วหรือไม่"),
    ASK_SNOOZE("Remind you again in how many days?", "ให้เตือนอีกครั้งในกี่วัน"),
    ASK_NOT_MINE(
            "Stop telling you about this? The organiser will be told.",
            "ยืนยันว่าไม่ใช่งานของท่านหรือไม่ ระบบจะแจ้งผู้ดูแลให้ทราบ"),
    ASK_MINE("Tell you about this again?", "ต้องการรับการแจ้งเตือนรายการนี้อีกครั้งหรือไม่"),
    ASK_PAUSE(
            "Stop all reminders to you for 7 days? The organiser will be told.",
            "พักการแจ้งเตือนทั้งหมดถึงท่าน ๗ วันหรือไม่ ระบบจะแจ้งผู้ดูแลให้ทราบ"),
    SAID_DONE("It is marked as done.", "บันทึกว่าทำเสร็จแล้ว"),
    SAID_UNDO("It is open again.", "รายการนี้กลับมาเป็นยังไม่เสร็จ"),
    SAID_SNOOZE("You will be reminded again on", "ระบบจะเตือนอีกครั้งในวันที่"),
    SAID_NOT_MINE("You will not hear of it again.", "ระบบจะไม่แจ้งรายการนี้ถึงท่านอีก"),
    SAID_MINE("You will be told about it again.", "ระบบจะแจ้งรายการนี้ถึงท่านอีกครั้ง"),
    SAID_PAUSE("Reminders resume on", "ระบบจะเริ่มแจ้งเตือนอีกครั้งในวันที่"),
    NO_SNOOZE(
            "There is no day left before the due date to remind you on.",
            "ไม่มีวันก่อนครบกำหนดให้เตือนอีกแล้ว"),
    SETTLED("This deadline needs nothing more.", "รายการนี้ไม่ต้องดำเนินการแล้ว"),
    MOVED(
            "This deadline has changed since that mail. Please use the newest mail.",
            "รายการนี้มีการเปลี่ยนแปลงหลังจากอีเมลฉบับนั้น โปรดใช้อีเมลฉบับล่าสุด"),
    EXPIRED(
            "This link is not valid any more. Please use the newest mail.",
            "ลิงก์นี้ใช้ไม่ได้แล้ว โปรดใช้อีเมลฉบับล่าสุด"),
    CONFIRM("Confirm", "ยืนยัน"),
    DAYS("days", "วัน");

    private final LocalizedText text;

    Phrase(String en, String th) {
        text = new LocalizedText(en, th);
    }

    public String in(Language language) {
        return text.in(language);
    }
}
