package org.kongdee.rubric;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.kongdee.rubric.Api.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kongdee.test.StackResource;

/** Whoever asks for Thai gets every text of a problem in Thai, of lines and of places too. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ThaiResourceTest {

    private static @Nullable Contest contest;

    /** Of all tests here; none of them changes anything. */
    private static Contest contest() {
        Contest there = contest;
        if (there == null) {
            there = Contest.unplanned();
            contest = there;
        }
        return there;
    }

    private static RequestSpecification thai(RequestSpecification request) {
        return request.header("Accept-Language", "th");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1.1.2 | {\"rung\":4} | /claim/rung | ผลที่เสนอไม่ตรงกับเกณฑ์ข้อย่อย 1.1.2: ไม่มีระดับคะแนน 4 ระดับคะแนนที่มีคือ 0 ถึง 3 | ไม่มีระดับคะแนน 4 ระดับคะแนนที่มีคือ 0 ถึง 3",
                "1.1.2 | {\"notApplicable\":\"why\"} | /claim/notApplicable | ผลที่เสนอไม่ตรงกับเกณฑ์ข้อย่อย 1.1.2: เกณฑ์ข้อย่อย 1.1.2 ใช้กับทุกหน่วยงาน จึงระบุว่าไม่เกี่ยวข้องไม่ได้ | เกณฑ์ข้อย่อย 1.1.2 ใช้กับทุกหน่วยงาน จึงระบุว่าไม่เกี่ยวข้องไม่ได้",
                "7.4.1 | {\"tiers\":[{\"tier\":\"MINISTY\"}]} | /claim/tiers/0/tier | ผลที่เสนอไม่ตรงกับเกณฑ์ข้อย่อย 7.4.1: ไม่มีระดับรางวัล \"MINISTY\" ระดับรางวัลที่มีคือ NONE, MINISTRY, GOVERNMENT, EDUCATION-PRIVATE-PROVINCIAL, REPORTED, NATIONAL-INTERNATIONAL ท่านหมายถึง \"MINISTRY\" หรือไม่ | ไม่มีระดับรางวัล \"MINISTY\" ระดับรางวัลที่มีคือ NONE, MINISTRY, GOVERNMENT, EDUCATION-PRIVATE-PROVINCIAL, REPORTED, NATIONAL-INTERNATIONAL ท่านหมายถึง \"MINISTRY\" หรือไม่",
                "1.1.2 | {\"step\":4} | /claim | 'step' ไม่ใช่รูปแบบของผลที่เสนอ ผลที่เสนอต้องมีฟิลด์เดียวจาก rung, parts, tiers, value, met, notApplicable เช่น {\"rung\":2} | 'step' ไม่ใช่รูปแบบของผลที่เสนอ ผลที่เสนอต้องมีฟิลด์เดียวจาก rung, parts, tiers, value, met, notApplicable เช่น {\"rung\":2}",
            })
    void ofAClaim(String criterion, String claim, String pointer, String detail, String error) {
        thai(as("officer", contest().unit()))
                .body("{\"claim\":" + claim + "}")
                .put(contest().score(criterion))
                .then()
                .header("Content-Language", "th")
                .body("detail", equalTo(detail))
                .body("errors.pointer", contains(pointer))
                .body("errors.detail", contains(error));
    }

    @Test
    void ofWhatIsNotThere() {
        thai(as("viewer"))
                .get("/v1/cycles/nowhere")
                .then()
                .statusCode(404)
                .body("detail", equalTo("ไม่มีรอบการประเมิน 'nowhere'"));
        thai(as("viewer"))
                .get(contest().score("9.9"))
                .then()
                .statusCode(404)
                .body(
                        "detail",
                        equalTo(
                                "รุ่น '2565' ของเกณฑ์การประเมิน '%s' ไม่มีเกณฑ์ข้อย่อย '9.9'"
                                        .formatted(contest().rubric())));
    }

    @Test
    void ofAKeyThatIsNoKey() {
        thai(as("organiser"))
                .body("{\"title\":{\"en\":\"One\",\"th\":\"หนึ่ง\"}}")
                .put("/v1/units/lower")
                .then()
                .statusCode(400)
                .body(
                        "errors.detail",
                        contains(
                                "ต้องเป็น A-Z, 0-9 และ - จำนวน 1 ถึง 32 ตัว ขึ้นต้นด้วยตัวอักษรหรือตัวเลข เช่น SLK"));
    }

    @Test
    void ofOneLineOfMany() {
        thai(as("automation"))
                .body(
                        """
                        [{"unit":"%1$s","criterion":"1.1.2","claim":{"rung":9}},
                         {"unit":"NOBODY","criterion":"1.1.2","claim":{"rung":1}}]
                        """
                                .formatted(contest().unit()))
                .queryParam("dryRun", true)
                .post("/v1/cycles/%s/scores".formatted(contest().cycle()))
                .then()
                .statusCode(200)
                .body(
                        "outcomes.problem.detail",
                        contains(
                                "ผลที่เสนอไม่ตรงกับเกณฑ์ข้อย่อย 1.1.2: ไม่มีระดับคะแนน 9 ระดับคะแนนที่มีคือ 0 ถึง 3",
                                "หน่วยงาน 'NOBODY' ไม่ได้อยู่ในรอบการประเมิน '%s'"
                                        .formatted(contest().cycle())))
                .body(
                        "outcomes[0].problem.errors.detail",
                        contains("ไม่มีระดับคะแนน 9 ระดับคะแนนที่มีคือ 0 ถึง 3"));
    }

    @Test
    void ofEveryPlaceOfADocument() {
        thai(as("organiser"))
                .body(
                        """
                        {"criteria":{"1.1.2":{"owners":["LEGEL"],"milestones":[{"code":"1","due":"2020-01-15","when":"cuont(\\"plan\\") >= 1"}]},
                         "1.1.3":{"owner":["LEGAL"],"text":" ","persons":["A B"]}}}
                        """)
                .put(contest().assessment() + "/plan")
                .then()
                .statusCode(422)
                .body("title", equalTo("แผนมีข้อผิดพลาด"))
                .body("detail", equalTo("แผนมีข้อผิดพลาด 6 แห่ง"))
                .body(
                        "errors.detail",
                        contains(
                                "หน่วยงานไม่มีส่วน/ฝ่าย LEGEL ท่านหมายถึง \"LEGAL\" หรือไม่",
                                "2020-01-15 อยู่นอกรอบการประเมิน 2021-08-01 ถึง 2022-07-30",
                                "ไม่รู้จักฟังก์ชัน \"cuont\" ท่านหมายถึง \"count\" หรือไม่",
                                "ไม่รู้จักฟิลด์ \"owner\" ท่านหมายถึง \"owners\" หรือไม่",
                                "ต้องเป็นชุดข้อมูลที่มีฟิลด์ ไม่ใช่ข้อความ",
                                "\"A B\" ไม่ถูกรูปแบบ: รหัสของผู้รับ คือตัวพิมพ์เล็ก ตัวเลข จุด ขีดกลาง และขีดล่าง ไม่เกิน 64 ตัว"));
    }

    @Test
    void ofOneDocumentWithOneFault() {
        thai(as("author"))
                .body("{}x")
                .post("/v1/rubrics")
                .then()
                .statusCode(422)
                .body("detail", equalTo("เอกสารมีข้อผิดพลาด 1 แห่ง"));
    }
}
