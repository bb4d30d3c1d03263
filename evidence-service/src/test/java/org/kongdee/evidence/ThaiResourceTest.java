package org.kongdee.evidence;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.kongdee.evidence.Api.as;
import static org.kongdee.evidence.Api.place;
import static org.kongdee.evidence.Api.put;
import static org.kongdee.evidence.Api.upload;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kongdee.evidence.Api.Place;
import org.kongdee.test.StackResource;

/** What is refused is told in Thai to whoever asks for Thai. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ThaiResourceTest {

    private static RequestSpecification thai(RequestSpecification request) {
        return request.header("Accept-Language", "th");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "kind":"Photo album"                        | 400 | ต้องเป็น a-z, 0-9 และ - จำนวน 1 ถึง 64 ตัว ขึ้นต้นด้วยตัวอักษรหรือตัวเลข เช่น signed-agreement
                    "link":null                                 | 422 | หลักฐานในช่องนี้ต้องระบุประเภทหลักฐาน (kind) ได้แก่ การสื่อสาร (communication), รายงาน (report)
                    "kind":"plan"                               | 422 | ช่องหลักฐานนี้ไม่รับประเภทหลักฐาน 'plan' ประเภทที่รับคือ การสื่อสาร (communication), รายงาน (report)
                    "kind":"report","channel":"fax"             | 422 | ช่องหลักฐานนี้ไม่รับช่องทาง 'fax' ช่องทางที่รับคือ line, website
                    "kind":"report","section":"AUDIT"           | 422 | หน่วยงานไม่มีส่วน/ฝ่าย 'AUDIT' ส่วน/ฝ่ายที่มีคือ LEGAL, PLAN
                    "kind":"report","coverage":{"from":"2022-01-31","to":"2022-01-01"} | 422 | ช่วงเวลาที่ครอบคลุมสิ้นสุดวันที่ 2022-01-01 ก่อนวันเริ่มต้น 2022-01-31 วันสิ้นสุดต้องไม่ก่อนวันเริ่มต้น
                    "kind":"report","link":"http://example.org:8080/" | 422 | ไม่รับลิงก์ 'http://example.org:8080/' เพราะลิงก์ต้องใช้พอร์ตใดพอร์ตหนึ่งใน 80, 443
                    "kind":"report"                             | 422 | หลักฐานต้องมีลิงก์ (link) หรือไฟล์จากหลักฐานอื่น (copyFiles) หรือแนบไฟล์ โดยส่งไปยังเส้นทางที่ลงท้ายด้วย /files
                    """)
    void saysWhatIsWrongWithEvidence(String members, int status, String detail) {
        Place place = place();
        thai(as("officer", place.unit()))
                .body(
                        "{\"unit\":\"%s\",\"slot\":\"1.1.2\",\"title\":\"x\",\"date\":\"2022-01-10\",%s}"
                                .formatted(place.unit(), members))
                .post(place.path())
                .then()
                .statusCode(status)
                .header("Content-Language", equalTo("th"))
                .body("errors.detail", contains(detail));
    }

    @Test
    void saysInWhatStateAnItemIs() {
        Place place = place();
        String id = place.fileLink(place.metadata("\"link\":\"https://www.example.org/\""));
        thai(as("colleague", "officer", place.unit()))
                .body("{\"decision\":\"REJECT\"}")
                .post("/v1/evidence/" + id + "/review")
                .then()
                .statusCode(422)
                .body("title", equalTo("ต้องระบุเหตุผล"))
                .body("detail", equalTo("การไม่รับหลักฐานต้องระบุเหตุผลใน note"));
        place.accept(id);
        thai(as("colleague", "officer", place.unit()))
                .body("{\"decision\":\"ACCEPT\"}")
                .post("/v1/evidence/" + id + "/review")
                .then()
                .statusCode(409)
                .body(
                        "detail",
                        equalTo("หลักฐานมีสถานะ ACCEPTED ตรวจได้เฉพาะหลักฐานที่มีสถานะ PENDING"));
        thai(as("officer", place.unit()))
                .get("/v1/evidence/" + id + "/content")
                .then()
                .statusCode(404)
                .body("detail", equalTo("หลักฐาน '%s' ไม่มีไฟล์ลำดับที่ 1".formatted(id)));
    }

    @Test
    void saysWhyAFileIsNotTaken() {
        Place place = place();
        thai(upload(place.unit(), place.metadata("")))
                .multiPart("file", "แผน.rtf", "{\\rtf1 x}".getBytes(StandardCharsets.US_ASCII))
                .post(place.files())
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/file/0"))
                .body(
                        "errors[0].detail",
                        startsWith(
                                "ไฟล์ 'แผน.rtf' เป็น RTF ซึ่งอาจมีโปรแกรมแฝงอยู่ โปรดบันทึกเป็น DOCX หรือ PDF ชนิดไฟล์ที่รับคือ PDF, JPEG, "));
    }

    @Test
    void saysWhatIsInTheWay() {
        Place place = place();
        String unused = place.fileLink(place.metadata("\"link\":\"https://www.example.org/\""));
        thai(as("service"))
                .header("If-Match", "*")
                .body(
                        """
                        {"period":{"start":"2021-08-01","end":"2022-07-30"},"timeZone":"Asia/Bangkok","status":"OPEN","review":"PEER",
                         "slots":[{"code":"1.1.2","title":{"en":"a","th":"ก"},"kinds":[{"code":"plan","title":{"en":"b","th":"ข"}}]}]}
                        """)
                .put("/v1/collections/" + place.collection())
                .then()
                .statusCode(409)
                .body(
                        "detail",
                        equalTo(
                                "มีหลักฐานที่จะไม่มีที่จัดเก็บ ได้แก่ ช่องหลักฐาน 1.1.2 ประเภทหลักฐาน การสื่อสาร (communication)"));
        put(place, "CLOSED", "PEER").statusCode(200);
        thai(as("officer", place.unit()))
                .body(place.metadata("\"link\":\"https://www.example.org/\""))
                .post(place.path())
                .then()
                .statusCode(409)
                .body(
                        "detail",
                        equalTo("ชุดหลักฐาน '%s' ปิดรับแล้ว".formatted(place.collection())));
    }

    @Test
    void saysWhichOfManyUnitsIsRefused() {
        Place place = place();
        thai(as("service"))
                .body(
                        """
                        [{"unit":"SLK","title":{"en":"a","th":"ก"}},{"unit":"SLK","title":{"en":"a","th":"ก"}}]
                        """)
                .post("/v1/collections/%s/units".formatted(place.collection()))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/1/unit"))
                .body(
                        "errors.detail",
                        contains("หน่วยงาน 'SLK' ซ้ำกัน แต่ละหน่วยงานลงทะเบียนได้ครั้งเดียว"));
        thai(as("viewer"))
                .get("/v1/collections/nowhere")
                .then()
                .statusCode(404)
                .body("detail", equalTo("ไม่มีชุดหลักฐาน 'nowhere'"));
    }
}
