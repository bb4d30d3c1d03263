package org.kongdee.notification;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.kongdee.notification.Api.as;
import static org.kongdee.notification.Api.freshKey;
import static org.kongdee.notification.Api.freshUnit;
import static org.kongdee.notification.Api.recipient;
import static org.kongdee.notification.Api.task;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused is said in Thai to who asks for that, as it is in English to others. */
@QuarkusTest
@LocalStack
class ThaiResourceTest {

    private final String unit = freshUnit();

    private static RequestSpecification inThai() {
        return as("organiser").header("Accept-Language", "th");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "unit": "slk"                                  | /unit | unit ต้องเป็นตัวอักษรอังกฤษพิมพ์ใหญ่ ตัวเลข หรือขีดกลาง 1 ถึง 32 ตัว ขึ้นต้นด้วยตัวอักษรหรือตัวเลข เช่น SLK
                    "unit": "SLK", "sections": ["legal"]           | /sections | ส่วน/ฝ่ายต้องเป็นตัวอักษรอังกฤษพิมพ์ใหญ่ ตัวเลข หรือขีดกลาง 1 ถึง 32 ตัว ขึ้นต้นด้วยตัวอักษรหรือตัวเลข เช่น LEGAL
                    "unit": "SLK", "text": {"en": " "}             | /text | text ต้องมี en หรือ th หรือทั้งสอง และต้องไม่เป็นค่าว่าง
                    "unit": "SLK", "start": "2022-01-01"           | /rrule | ต้องระบุ start คู่กับ rrule ยังไม่มี rrule
                    "unit": "SLK", "start": "2022-01-01", "rrule": "FREQ=HOURLY" | /rrule | rrule ไม่ถูกต้อง: FREQ ต้องเป็น DAILY, WEEKLY, MONTHLY หรือ YEARLY
                    "unit": "SLK", "start": "2022-01-01", "rrule": "ทุกเดือน"    | /rrule | rrule ไม่ถูกต้อง: 'ทุกเดือน' ไม่ใช่กฎการเกิดซ้ำ เช่น FREQ=MONTHLY;BYMONTHDAY=30
                    "unit": "SLK", "figures": [{"code": "a", "title": "X"}, {"code": "a", "title": "Y"}] | /figures/1/code | ตัวเลข 'a' ระบุซ้ำ
                    """)
    void saysWhatIsWrongWithATask(String fields, String pointer, String detail) {
        inThai().body("{\"title\": \"X\", %s}".formatted(fields))
                .put("/v1/tasks/" + freshKey("bad"))
                .then()
                .header("Content-Language", equalTo("th"))
                .body("errors.pointer", hasItem(pointer))
                .body("errors.detail", hasItem(detail));
    }

    @Test
    void saysWhatIsNotThere() {
        inThai().get("/v1/tasks/never-was")
                .then()
                .statusCode(404)
                .body("title", equalTo("ไม่พบข้อมูล"))
                .body("detail", equalTo("ไม่มีงานที่ได้รับมอบหมาย 'never-was'"));
    }

    @Test
    void saysWhichFiguresATaskAsksFor() {
        String report = "/v1/tasks/" + freshKey("report");
        inThai().body(
                        """
                        {"title": "รายงาน", "unit": "%s", "sections": ["FINANCE"], "due": "2022-01-15",
                         "figures": [{"code": "spent", "title": "ใช้จ่าย"}, {"code": "left", "title": "คงเหลือ"}]}"""
                                .formatted(unit))
                .put(report)
                .then()
                .statusCode(201);

        inThai().body("{\"figures\": {\"lost\": 1}}")
                .post(report + "/done")
                .then()
                .statusCode(422)
                .body("detail", equalTo("รายงานมีตัวเลขที่งานนี้ไม่ได้กำหนดให้รายงาน"))
                .body(
                        "errors.detail",
                        contains("งานนี้ไม่มีตัวเลข 'lost' ตัวเลขที่ต้องรายงานคือ left, spent"));
    }

    @Test
    void saysOfALineWhyItIsRefused() {
        String key = freshKey("T");
        String there = task(unit, "2022-01-15");
        inThai().body(
                        """
                        [{"task": "%1$s", "unit": "%2$s", "title": "X"},
                         {"task": "%1$s", "unit": "%2$s", "title": "Y"},
                         {"task": "%3$s", "unit": "%2$s", "title": "Z", "due": "2022-01-15", "rrule": "FREQ=DAILY"}]"""
                                .formatted(key, unit, there))
                .post("/v1/tasks")
                .then()
                .statusCode(200)
                .body("outcomes.status", contains(201, 422, 422))
                .body("outcomes[1].problem.title", equalTo("มีบรรทัดซ้ำกัน"))
                .body(
                        "outcomes[1].problem.errors[0].detail",
                        equalTo("มีบรรทัดก่อนหน้านี้ที่ระบุงานเดียวกันแล้ว"))
                .body(
                        "outcomes[2].problem.detail",
                        equalTo(
                                "งานต้องระบุ due หรือระบุ start คู่กับ rrule อย่างใดอย่างหนึ่ง หรือไม่ระบุเลย"));
    }

    @Test
    void saysOfALineOfCsvWhoHasItsAddress() {
        String there = recipient(unit, "HEAD", "th", "LEGAL");
        String csv =
                """
                recipient,email,name,language,unit,role
                %1$s,%1$s@slk.example,ก,th,%2$s,HEAD
                %1$s,%1$s@slk.example,ข,th,%2$s,OFFICER
                %3$s,%4$s@slk.example,ค,th,%2$s,OFFICER
                """
                        .formatted(freshKey("one"), unit, freshKey("two"), there);
        inThai().contentType("text/csv; charset=UTF-8")
                .body(csv)
                .post("/v1/recipients")
                .then()
                .statusCode(200)
                .body("outcomes.status", contains(422, 422, 409))
                .body(
                        "outcomes[0].problem.detail",
                        equalTo(
                                "บรรทัดอื่นของผู้รับรายนี้ไม่ผ่าน จึงไม่รับทุกบรรทัดของผู้รับรายนี้ เพราะรวมกันเป็นตำแหน่งทั้งหมดของผู้รับ"))
                .body(
                        "outcomes[1].problem.detail",
                        equalTo(
                                "ทุกช่องยกเว้น unit, sections และ role ต้องตรงกับบรรทัดที่ 2 ของผู้รับรายนี้"))
                .body(
                        "outcomes[2].problem.errors[0].detail",
                        equalTo("email นี้เป็นของผู้รับ '%s' อยู่แล้ว".formatted(there)));
    }

    @Test
    void saysWhatKeepsAPolicyFromBeing() {
        inThai().body(
                        """
                        {"leadDays": [7], "overdue": {"first": 1, "weekly": "MON"}, "escalateAfter": 7, "at": "08:00", "again": "07:30",
                         "timeZone": "Asia/Bangkok", "daysOff": [], "holidays": [], "appliesTo": {"unit": "%s"}}"""
                                .formatted(unit))
                .put("/v1/policies/" + freshKey("bad"))
                .then()
                .statusCode(422)
                .body("detail", equalTo("again ต้องไม่อยู่ก่อน at ซึ่งคือ 08:00"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    DTSTART:20220413T080000 | กิจกรรม 1@test (ประชุม) ไม่ใช่วันหยุด บรรทัดที่ 6: วันหยุดต้องเป็นวันที่ไม่มีเวลา เช่น DTSTART;VALUE=DATE:20220413 หรือเริ่มและสิ้นสุดเวลาเที่ยงคืน
                    DTSTART:25650413        | กิจกรรม 1@test (ประชุม) ไม่ใช่วันหยุด บรรทัดที่ 6: ปี 2565 อยู่ไกลเกินไป หากเป็นพุทธศักราช โปรดใช้ปี ค.ศ. 2022
                    X-A:1                   | กิจกรรม 1@test (ประชุม) ไม่ใช่วันหยุด บรรทัดที่ 4: ไม่มี DTSTART
                    """)
    void saysWhyAnEventIsNoDayOff(String line, String detail) {
        inThai().contentType("text/calendar; charset=UTF-8")
                .body(
                        String.join(
                                "\r\n",
                                "BEGIN:VCALENDAR",
                                "VERSION:2.0",
                                "PRODID:-//test//EN",
                                "BEGIN:VEVENT",
                                "UID:1@test",
                                line,
                                "SUMMARY:ประชุม",
                                "END:VEVENT",
                                "END:VCALENDAR"))
                .put("/v1/holidays/" + freshKey("cal"))
                .then()
                .statusCode(422)
                .body("detail", equalTo(detail));
    }

    @Test
    void saysThatAnOfficerWritesOnlyForTheOwnUnit() {
        as("officer", unit)
                .header("Accept-Language", "th-TH,en;q=0.5")
                .body("{\"title\": \"X\", \"unit\": \"%s\"}".formatted(freshUnit()))
                .put("/v1/tasks/" + freshKey("foreign"))
                .then()
                .statusCode(403)
                .body("detail", equalTo("เจ้าหน้าที่บันทึกได้เฉพาะงานของหน่วยงานตนเอง"));
    }
}
