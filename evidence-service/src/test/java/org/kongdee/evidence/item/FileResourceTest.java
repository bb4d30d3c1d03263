package org.kongdee.evidence.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.kongdee.evidence.Api.as;
import static org.kongdee.evidence.Api.pdf;
import static org.kongdee.evidence.Api.place;
import static org.kongdee.evidence.Api.upload;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kongdee.evidence.Api.Place;
import org.kongdee.test.StackResource;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class FileResourceTest {

    @Test
    void givesFilesInertAndByName() {
        Place place = place();
        String id = place.filePdf(pdf("inert " + place));
        as("officer", place.unit())
                .get("/v1/evidence/" + id + "/content")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("Content-Disposition", startsWith("attachment; "))
                .header(
                        "Content-Disposition",
                        containsString(
                                "filename*=UTF-8''%E0%B8%9B%E0%B8%A3%E0%B8%B0%E0%B8%81%E0%B8%B2%E0%B8%A8.pdf"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Content-Security-Policy", containsString("sandbox"))
                .header("Accept-Ranges", equalTo("bytes"));
    }

    @ParameterizedTest
    @CsvSource({"bytes=0-0,0,1", "bytes=5-9,5,10", "bytes=-3,-3,0", "bytes=7-,7,0"})
    void givesTheRangeThatIsAskedFor(String range, int from, int to) {
        Place place = place();
        byte[] bytes = pdf("range " + place);
        String id = place.filePdf(bytes);
        byte[] expected =
                Arrays.copyOfRange(
                        bytes, from < 0 ? bytes.length + from : from, to == 0 ? bytes.length : to);
        var answer =
                as("officer", place.unit())
                        .header("Range", range)
                        .get("/v1/evidence/" + id + "/content")
                        .then()
                        .statusCode(206)
                        .header("Content-Length", equalTo(String.valueOf(expected.length)))
                        .header("Content-Range", containsString("/" + bytes.length))
                        .extract();
        assertThat(answer.asByteArray()).isEqualTo(expected);
    }

    @Test
    void goesOnWithAnInterruptedDownloadOnlyIfTheFileIsTheSame() {
        Place place = place();
        byte[] bytes = pdf("resumed " + place);
        String path = "/v1/evidence/" + place.filePdf(bytes) + "/content";
        String etag = as("officer", place.unit()).head(path).header("ETag");
        as("officer", place.unit())
                .header("Range", "bytes=1-")
                .header("If-Range", etag)
                .get(path)
                .then()
                .statusCode(206);
        as("officer", place.unit())
                .header("Range", "bytes=1-")
                .header("If-Range", "\"other\"")
                .get(path)
                .then()
                .statusCode(200);
        as("officer", place.unit())
                .header("Range", "bytes=1-")
                .header("If-Range", "W/" + etag)
                .get(path)
                .then()
                .statusCode(200);
    }

    @Test
    void refusesARangeBeyondTheEnd() {
        Place place = place();
        byte[] bytes = pdf("short " + place);
        as("officer", place.unit())
                .header("Range", "bytes=" + bytes.length + "-")
                .get("/v1/evidence/" + place.filePdf(bytes) + "/content")
                .then()
                .statusCode(416)
                .header("Content-Range", equalTo("bytes */" + bytes.length))
                .contentType("application/problem+json")
                .body("type", equalTo("https://kongdee.org/problems/out-of-range"))
                .body("errors[0].parameter", equalTo("Range"))
                .body("detail", containsString("has %d bytes".formatted(bytes.length)));
    }

    @Test
    void sendsNothingAgainThatIsThere() {
        Place place = place();
        String path = "/v1/evidence/" + place.filePdf(pdf("cached " + place)) + "/content";
        String etag = as("officer", place.unit()).head(path).header("ETag");
        as("officer", place.unit())
                .header("If-None-Match", etag)
                .get(path)
                .then()
                .statusCode(304)
                .header("ETag", equalTo(etag));
        as("officer", place.unit())
                .header("If-None-Match", "\"x\"")
                .get(path)
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/%s", "\"x\", W/%s", "*"})
    void comparesWeaklyWhatIsThere(String seen) {
        Place place = place();
        String item = "/v1/evidence/" + place.filePdf(pdf("weak " + place));
        for (String path : List.of(item, item + "/content")) {
            String etag = as("officer", place.unit()).get(path).header("ETag");
            as("officer", place.unit())
                    .header("If-None-Match", seen.formatted(etag))
                    .get(path)
                    .then()
                    .statusCode(304)
                    .header("ETag", equalTo(etag));
        }
    }

    @Test
    void describesAFileWithoutSendingIt() {
        Place place = place();
        byte[] bytes = pdf("head " + place);
        var answer =
                as("officer", place.unit())
                        .head("/v1/evidence/" + place.filePdf(bytes) + "/files/1/content")
                        .then()
                        .statusCode(200)
                        .header("Content-Length", equalTo(String.valueOf(bytes.length)))
                        .extract();
        assertThat(answer.asByteArray()).isEmpty();
    }

    @Test
    void doesNotCompressTexts() {
        Place place = place();
        byte[] text = "ข้อความ ".repeat(1000).getBytes(StandardCharsets.UTF_8);
        String id =
                upload(place.unit(), place.metadata(""))
                        .multiPart("file", "บันทึก.txt", text)
                        .post(place.files())
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        as("officer", place.unit())
                .header("Accept-Encoding", "gzip")
                .get("/v1/evidence/" + id + "/content")
                .then()
                .statusCode(200)
                .header("Content-Length", equalTo(String.valueOf(text.length)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "2", "x", "99999", "-1"})
    void knowsNoOtherFiles(String number) {
        Place place = place();
        String id = place.filePdf(pdf("one " + place));
        as("officer", place.unit())
                .get("/v1/evidence/" + id + "/files/" + number + "/content")
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ../../etc/passwd.pdf    | passwd.pdf
                    CON.pdf                 | _CON.pdf
                    CON                     | _CON.pdf
                    evil.exe                | evil.exe.pdf
                    รายงาน ครั้งที่ ๑.pdf      | รายงาน ครั้งที่ ๑.pdf
                    """)
    void namesComeBackHarmlessAndReadable(String sent, String kept) {
        Place place = place();
        upload(place.unit(), place.metadata(""))
                .multiPart("file", sent, pdf("named " + place))
                .post(place.files())
                .then()
                .statusCode(201)
                .body("files[0].name", equalTo(kept));
    }

    @Test
    void threeHundredThaiCharactersComeBackShorterAndReadable() {
        Place place = place();
        String name =
                upload(place.unit(), place.metadata(""))
                        .multiPart("file", "ก".repeat(300) + ".pdf", pdf("long " + place))
                        .post(place.files())
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("files[0].name");
        assertThat(name).matches("ก{80,84}\\.pdf");
    }

    @ParameterizedTest
    @CsvSource({
        "a.html,<html><body>,file-type-not-taken",
        "a.pdf,'',empty-file",
        "a.eml,'From: a@example.org',file-type-not-taken",
        "a.zip,'PK\u0003\u0004',unsafe-archive",
        "a.svg,<svg xmlns='http://www.w3.org/2000/svg'/>,file-type-not-taken"
    })
    void refusesFilesByTheirBytes(String name, String content, String slug) {
        Place place = place();
        upload(place.unit(), place.metadata(""))
                .multiPart("file", "good.pdf", pdf("good"))
                .multiPart("file", name, content.getBytes(StandardCharsets.UTF_8))
                .post(place.files())
                .then()
                .statusCode(422)
                .body("type", equalTo("https://kongdee.org/problems/" + slug))
                .body("errors[0].pointer", equalTo("/file/1"));
        as("viewer").get(place.path()).then().body("total", equalTo(0));
    }
}
