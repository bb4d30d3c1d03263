package org.kongdee.notification.wording;

import org.kongdee.web.text.Language;
import org.kongdee.web.text.LocalizedText;

/** Fixed texts, each in both languages. */
public enum Phrase {
    PRODUCT("Kongdee", "กองดี"),
    GREETING("Dear", "เรียน"),
    INTRODUCTION("Here is what you are asked for.", "รายการที่ท่านต้องดำเนินการมีดังนี้"),
    OVERDUE("Overdue", "เกินกำหนด"),
    TODAY("Due today", "ครบกำหนดวันนี้"),
    SOON("Due soon", "ใกล้ถึงกำหนด"),
    MOVED_TITLE("Moved to another day", "เลื่อนกำหนด"),
    UNDATED("Without a date", "ไม่มีกำหนดวัน"),
    SETTLED_TITLE("Done by others", "ผู้อื่นดำเนินการแล้ว"),
    NO_DATE("no date", "ไม่กำหนดวัน"),
    GIVEN("given by", "มอบหมายโดย"),
    MEETING("meeting", "การประชุม"),
    ITEM("item", "วาระ"),
    ANSWER("Answer", "คำตอบ"),
    REOPEN("It is not done: reopen it", "ยังไม่เสร็จ: เปิดรายการอีกครั้ง"),
    HAND_IN("Hand in", "ส่งหลักฐาน"),
    CONTACT("Questions? Write to", "สอบถามได้ที่"),
    BOARD("The unit today", "ภาพรวมของหน่วยงานวันนี้"),
    SECTION("Section", "ส่วน/ฝ่าย"),
    WAITING("Waiting for review", "รอตรวจ"),
    POINTS("Points backed / possible", "คะแนนที่มีหลักฐาน / เต็ม"),
    WHOLE_UNIT("The unit", "ทั้งหน่วยงาน"),
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
            "You get this mail because this is asked of your section or unit, or of you by name.",
            "ท่านได้รับอีเมลนี้เพราะรายการข้างต้นเป็นงานของส่วน หน่วยงาน หรือของท่านเอง"),
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
    ASK_RESUME(
            "End the pause and remind you again? The organiser will be told.",
            "ยกเลิกการพักและเริ่มแจ้งเตือนอีกครั้งหรือไม่ ระบบจะแจ้งผู้ดูแลให้ทราบ"),
    SAID_DONE("It is marked as done.", "บันทึกว่าทำเสร็จแล้ว"),
    SAID_UNDO("It is open again.", "รายการนี้กลับมาเป็นยังไม่เสร็จ"),
    SAID_SNOOZE("You will be reminded again on", "ระบบจะเตือนอีกครั้งในวันที่"),
    SAID_NOT_MINE("You will not hear of it again.", "ระบบจะไม่แจ้งรายการนี้ถึงท่านอีก"),
    SAID_MINE("You will be told about it again.", "ระบบจะแจ้งรายการนี้ถึงท่านอีกครั้ง"),
    SAID_PAUSE("Reminders resume on", "ระบบจะเริ่มแจ้งเตือนอีกครั้งในวันที่"),
    SAID_RESUME("You get reminders.", "ระบบแจ้งเตือนถึงท่านตามปกติ"),
    PAST_DUE("That would be after the due date.", "เลยวันครบกำหนด"),
    NO_SNOOZE(
            "There is no day left before the due date to remind you on.",
            "ไม่มีวันก่อนครบกำหนดให้เตือนอีกแล้ว"),
    DONE_BY_LINK(
            "marked as done by the link in a reminder",
            "ยืนยันว่าเสร็จแล้วผ่านลิงก์ในอีเมลแจ้งเตือน"),
    UNDONE_BY_LINK(
            "undone by the link in a reminder", "ยกเลิกสถานะเสร็จแล้วผ่านลิงก์ในอีเมลแจ้งเตือน"),
    SETTLED("This needs nothing more.", "รายการนี้ไม่ต้องดำเนินการแล้ว"),
    SETTLES("This settles it for:", "การยืนยันนี้มีผลต่อ:"),
    SETTLES_JOINTLY(
            "It is owed jointly; this settles it for all:",
            "เป็นงานที่รับผิดชอบร่วมกัน การยืนยันนี้มีผลต่อทุกฝ่าย:"),
    YOUR_ANSWER(
            "Your answer (you may leave it out; up to 2,000 characters)",
            "คำตอบของท่าน (ไม่บังคับ ไม่เกิน ๒,๐๐๐ ตัวอักษร)"),
    ANSWER_TOO_LONG("The answer has more than 2,000 characters.", "คำตอบยาวเกิน ๒,๐๐๐ ตัวอักษร"),
    NO_TEXT("The answer has characters that cannot be kept.", "คำตอบมีอักขระที่ใช้ไม่ได้"),
    NO_NUMBER(
            "This is no number such as 125000.50 (at most 12 digits, 6 of them decimals):",
            "ไม่ใช่ตัวเลข เช่น ๑๒๕๐๐๐.๕๐ (ไม่เกิน ๑๒ หลัก ทศนิยมไม่เกิน ๖ ตำแหน่ง):"),
    MOVED(
            "This deadline has changed since that mail. Please use the newest mail.",
            "รายการนี้มีการเปลี่ยนแปลงหลังจากอีเมลฉบับนั้น โปรดใช้อีเมลฉบับล่าสุด"),
    EXPIRED(
            "This link is not valid any more. Please use the newest mail.",
            "ลิงก์นี้ใช้ไม่ได้แล้ว โปรดใช้อีเมลฉบับล่าสุด"),
    REJECTED("This evidence was not accepted:", "หลักฐานต่อไปนี้ไม่ผ่านการตรวจ:"),
    NOTE("The reviewer says", "ความเห็นผู้ตรวจ"),
    FILE_ANEW(
            "Please file it anew, or something better.",
            "โปรดส่งหลักฐานใหม่หรือหลักฐานที่ครบถ้วนกว่า"),
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
