package org.kongdee.evidence.filing;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.kongdee.evidence.Api.as;
import static org.kongdee.evidence.Api.pdf;
import static org.kongdee.evidence.Api.place;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.kongdee.evidence.Api.Place;
import org.kongdee.test.StackResource;
import org.kongdee.test.TestTokens;

/** Names of files, from the form in which they come to the download and the binder. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class FileNameResourceTest {

    private static final Charset WINDOWS_874 = Charset.forName("x-windows-874");

    /** As people name them, all in one item; as they come in a form; as they are saved. */
    private static final List<List<String>> NAMES =
            List.of(
                    List.of("แผนงาน ๒๕๖๕.pdf", "แผนงาน ๒๕๖๕.pdf", "แผนงาน ๒๕๖๕.pdf"),
                    List.of("\u00E9t\u00E9.pdf", "\u00E9t\u00E9.pdf", "\u00E9t\u00E9.pdf"),
                    List.of("e\u0301te\u0301.pdf", "e\u0301te\u0301.pdf", "\u00E9t\u00E9 (2).pdf"),
                    List.of("a.pdf", "a.pdf", "a.pdf"),
                    List.of("A.PDF", "A.PDF", "A (2).PDF"),
                    List.of("a.pdf", "a.pdf", "a (3).pdf"),
                    List.of("x\\a.pdf", "x\\a.pdf", "a (4).pdf"),
                    List.of("y/a.pdf", "y/a.pdf", "a (5).pdf"),
                    List.of("b\"c.pdf", "b%22c.pdf", "b_c.pdf"),
                    List.of("b_c.pdf", "b_c.pdf", "b_c (2).pdf"),
                    List.of("d%20e.pdf", "d%20e.pdf", "d%20e.pdf"),
                    List.of("d e.pdf", "d e.pdf", "d e.pdf"));

    @Test
    void whatAPersonNamedApartStaysApartAndTheOriginalIsKept() throws IOException {
        Place place = place();
        List<byte[]> sent = new ArrayList<>();
        NAMES.forEach(name -> sent.add(quoted(name.get(1)).getBytes(UTF_8)));
        List<String> saved = NAMES.stream().map(List::getLast).toList();
        List<String> named = NAMES.stream().map(List::getFirst).toList();

        String id =
                upload(place, sent)
                        .statusCode(201)
                        .body("files.name", equalTo(saved))
                        .body("files.originalName", equalTo(named))
                        .extract()
                        .path("id");

        as("viewer")
                .get("/v1/evidence/" + id)
                .then()
                .body("files.name", equalTo(saved))
                .body("files.originalName", equalTo(named));
        for (int i = 0; i < saved.size(); i++) {
            String disposition =
                    as("officer", place.unit())
                            .get("/v1/evidence/%s/files/%d/content".formatted(id, i + 1))
                            .header("Content-Disposition");
            assertThat(disposition).matches("attachment; filename=\"[ -~&&[^\"]]+\"; .*");
            assertThat(
                            URLDecoder.decode(
                                    disposition.replaceAll(".*filename\\*=UTF-8''", ""), UTF_8))
                    .isEqualTo(saved.get(i));
        }
        place.accept(id);
        Map<String, byte[]> binder = binder(place);
        assertThat(binder.keySet().stream().map(name -> name.toLowerCase(Locale.ROOT)).distinct())
                .hasSize(NAMES.size() + 3);
        JsonNode items = new ObjectMapper().readTree(binder.get("manifest.json")).get("items");
        for (int i = 0; i < items.size(); i++) {
            assertThat(items.get(i).get("name").asText()).isEqualTo(named.get(i));
            assertThat(items.get(i).get("path").asText()).endsWith(" " + saved.get(i));
        }
        assertThat(new String(binder.get("index.csv"), UTF_8))
                .contains("\"file\",\"name\",")
                .contains("/009 b_c.pdf\",\"b\"\"c.pdf\"");
        assertThat(new String(binder.get("index.html"), UTF_8))
                .contains(" · b&quot;c.pdf</small>")
                .contains(" · e\u0301te\u0301.pdf</small>");
    }

    @Test
    void aNameInWindows874IsReadAsThai() {
        Place place = place();

        String id =
                upload(
                                place,
                                List.of(
                                        quoted("รายงาน ครั้งที่ ๑.pdf").getBytes(WINDOWS_874),
                                        quoted("แผน “ก”.pdf").getBytes(WINDOWS_874)))
                        .statusCode(201)
                        .body("files.name", contains("รายงาน ครั้งที่ ๑.pdf", "แผน “ก”.pdf"))
                        .body(
                                "files.originalName",
                                contains("รายงาน ครั้งที่ ๑.pdf", "แผน “ก”.pdf"))
                        .extract()
                        .path("id");

        as("officer", place.unit())
                .get("/v1/evidence/" + id + "/content")
                .then()
                .header(
                        "Content-Disposition",
                        containsString("filename*=UTF-8''%E0%B8%A3%E0%B8%B2%E0%B8%A2%E0%B8%87"));
    }

    @Test
    void aNameThatIsNoTextChangesNothing() {
        Place place = place();
        byte[] neither = quoted("รายงาน?.pdf").getBytes(WINDOWS_874);
        neither[17] = (byte) 0xFF;

        upload(place, List.of(neither))
                .statusCode(400)
                .body("type", equalTo("https://kongdee.org/problems/malformed-body"))
                .body("detail", containsString("neither UTF-8 nor Windows-874"));
        upload(place, List.of("filename*=UTF-8''%FF.pdf".getBytes(UTF_8)))
                .statusCode(400)
                .body("type", equalTo("https://kongdee.org/problems/malformed-body"))
                .body("detail", containsString("filename*"));

        as("viewer").get(place.path()).then().body("total", equalTo(0));
    }

    @Test
    void aNameIsKeptAsLongAsAFileSystemTakesIt() {
        Place place = place();
        String longest = "ก".repeat(83) + "ab.pdf";
        String longer = "ก".repeat(400);
        assertThat(longest.getBytes(UTF_8)).hasSize(255);

        List<String> names =
                upload(
                                place,
                                List.of(
                                        quoted(longest).getBytes(UTF_8),
                                        quoted(longer + "ข.pdf").getBytes(UTF_8),
                                        quoted(longer + "ค.pdf").getBytes(UTF_8)))
                        .statusCode(201)
                        .body("files[0].name", equalTo(longest))
                        .body(
                                "files.originalName",
                                contains(longest, longer + "ข.pdf", longer + "ค.pdf"))
                        .extract()
                        .path("files.name");

        assertThat(names).doesNotHaveDuplicates();
        assertThat(names).allMatch(name -> name.getBytes(UTF_8).length <= 255);
        assertThat(names.get(1)).matches("ก{80,}\\.pdf");
        assertThat(names.get(2)).matches("ก{80,} \\(2\\)\\.pdf");
    }

    @Test
    void copiesKeepTheirNamesAndStayApartToo() {
        Place place = place();
        String one =
                upload(place, List.of(quoted("b%22c.pdf").getBytes(UTF_8))).extract().path("id");
        String other =
                upload(place, List.of(quoted("B_C.pdf").getBytes(UTF_8))).extract().path("id");

        as("officer", place.unit())
                .body(
                        place.metadata(
                                "\"copyFiles\":[{\"item\":\"%s\",\"file\":1},{\"item\":\"%s\",\"file\":1}]"
                                        .formatted(one, other)))
                .post(place.path())
                .then()
                .statusCode(201)
                .body("files.name", contains("b_c.pdf", "B_C (2).pdf"))
                .body("files.originalName", contains("b\"c.pdf", "B_C.pdf"));
    }

    @Test
    void aFileWithoutANameHasNoOriginalOne() {
        Place place = place();

        upload(place, List.of("filename=\"\"".getBytes(UTF_8)))
                .statusCode(201)
                .body("files[0].name", equalTo("file.pdf"))
                .body("files[0].originalName", nullValue());
    }

    @Test
    void aPurgeForgetsTheOriginalNameToo() {
        Place place = place();
        String id =
                upload(place, List.of(quoted("สมชาย.pdf").getBytes(UTF_8))).extract().path("id");

        as("organiser")
                .body("{\"reason\":\"personal data\"}")
                .post("/v1/evidence/" + id + "/purge")
                .then()
                .statusCode(200)
                .body("files[0].name", nullValue())
                .body("files[0].originalName", nullValue());
        as("viewer").get("/v1/evidence/" + id).then().body("files[0].originalName", nullValue());
    }

    @Test
    void isFoundByEitherName() {
        Place place = place();
        String id =
                upload(place, List.of(quoted("b%22c.pdf").getBytes(UTF_8))).extract().path("id");

        for (String name : List.of("b\"c", "b_c")) {
            as("viewer")
                    .queryParam("q", name)
                    .get(place.path())
                    .then()
                    .body("items.id", contains(id));
        }
    }

    private static String quoted(String name) {
        return "filename=\"" + name + "\"";
    }

    /** With a file for each such parameter of a header, as its bytes are. */
    private static ValidatableResponse upload(Place place, List<byte[]> names) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(
                "--b\r\nContent-Disposition: form-data; name=\"metadata\"\r\n\r\n%s"
                        .formatted(place.metadata(""))
                        .getBytes(UTF_8));
        for (int i = 0; i < names.size(); i++) {
            body.writeBytes(
                    "\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; ".getBytes(UTF_8));
            body.writeBytes(names.get(i));
            body.writeBytes("\r\n\r\n".getBytes(UTF_8));
            body.writeBytes(pdf("named " + i + place));
        }
        body.writeBytes("\r\n--b--\r\n".getBytes(UTF_8));
        return given().auth()
                .oauth2(TestTokens.token("officer-" + place.unit(), "officer", place.unit()))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .body(body.toByteArray())
                .post(place.files())
                .then();
    }

    private static Map<String, byte[]> binder(Place place) throws IOException {
        byte[] zip =
                as("officer", place.unit())
                        .get(
                                "/v1/collections/%s/units/%s/binder.zip"
                                        .formatted(place.collection(), place.unit()))
                        .asByteArray();
        Map<String, byte[]> files = new TreeMap<>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip), UTF_8)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }
}
