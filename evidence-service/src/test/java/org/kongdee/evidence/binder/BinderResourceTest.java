package org.kongdee.evidence.binder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kongdee.evidence.Api.as;
import static org.kongdee.evidence.Api.pdf;
import static org.kongdee.evidence.Api.place;
import static org.kongdee.evidence.Api.upload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.kongdee.evidence.Api;
import org.kongdee.evidence.Api.Place;
import org.kongdee.evidence.content.ContentVerdicts;
import org.kongdee.evidence.storage.Sha256;
import org.kongdee.test.StackResource;
import org.kongdee.web.text.Message;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class BinderResourceTest {

    @Inject ContentVerdicts verdicts;

    @Test
    void holdsAcceptedEvidenceInRubricOrderWithIndexAndHashes() throws Exception {
        Place place = place();
        byte[] first = pdf("first " + place);
        byte[] second = pdf("second " + place);
        String late = agreement(place, second);
        String early = place.filePdf(first);
        place.filePdf(pdf("not accepted " + place));
        String link =
                place.fileLink(place.metadata("\"link\":\"https://www.example.org/?a=1&b=2\""));
        place.accept(late);
        place.accept(early);
        place.accept(link);

        Map<String, byte[]> binder = binder(place);

        assertThat(binder.keySet())
                .containsExactly(
                        "index.html",
                        "index.csv",
                        "manifest.json",
                        "001 1.1.2 สื่อสาร/001 ประกาศ.pdf",
                        "002 2.4 คำรับรอง/001 ประกาศ.pdf");
        assertThat(binder.get("001 1.1.2 สื่อสาร/001 ประกาศ.pdf")).isEqualTo(first);
        assertThat(text(binder, "index.html"))
                .contains("https://www.example.org/?a=1&amp;b=2")
                .contains("href=\"001%201.1.2%20%E0%B8%AA")
                .doesNotContain("<script>alert");
        JsonNode manifest = new ObjectMapper().readTree(binder.get("manifest.json"));
        assertThat(manifest.get("items")).hasSize(3);
        for (JsonNode item : manifest.get("items")) {
            if (item.has("path")) {
                byte[] file = binder.get(item.get("path").asText());
                String hash =
                        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
                assertThat(item.get("sha256").asText()).isEqualTo(hash);
            }
        }
    }

    /** Its title would be a formula in a spreadsheet and a script in a browser. */
    private static String agreement(Place place, byte[] bytes) {
        String metadata =
                """
                {"unit":"%s","slot":"2.4","kind":"signed-agreement","title":"=HYPERLINK(\\"http://x\\")<script>alert(1)</script>","date":"2021-11-15"}
                """
                        .formatted(place.unit());
        return upload(place.unit(), metadata)
                .multiPart("file", "ประกาศ.pdf", bytes)
                .post(place.files())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void keepsFormulasOutOfTheSpreadsheet() throws Exception {
        Place place = place();
        place.accept(agreement(place, pdf("formula " + place)));
        assertThat(text(binder(place), "index.csv"))
                .startsWith("\uFEFF\"slot\",")
                .contains("\"'=HYPERLINK(\"\"http://x\"\")<script>alert(1)</script>\"");
    }

    @Test
    void callsKindsByTheirTitlesAndSaysTheCodeWherePeopleCount() throws Exception {
        Place place = place();
        place.accept(agreement(place, pdf("kind " + place)));

        Map<String, byte[]> binder = binder(place);

        assertThat(text(binder, "index.html"))
                .contains("2021-11-15 · คำรับรองที่ลงนาม")
                .doesNotContain("signed-agreement");
        assertThat(text(binder, "index.csv"))
                .contains("\"kind\",\"kindTitle\"", "\"signed-agreement\",\"คำรับรองที่ลงนาม\"");
    }

    @Test
    void showsWhatWasFiledForASectionThatTheUnitNoLongerHas() throws Exception {
        Place place = place();
        place.accept(place.filePdf(pdf("section " + place)));
        as("service")
                .header("If-Match", "*")
                .body("{\"title\":{\"en\":\"Office\",\"th\":\"สำนัก\"},\"sections\":[]}")
                .put("/v1/collections/%s/units/%s".formatted(place.collection(), place.unit()))
                .then()
                .statusCode(200);

        assertThat(text(binder(place), "index.html")).contains("การสื่อสาร · LEGAL · line");
    }

    @Test
    void saysInBothLanguagesWhatIsLeftOut() throws Exception {
        Place place = place();
        byte[] bytes = pdf("quarantined later " + place);
        place.accept(place.filePdf(bytes));
        var digest = Sha256.newDigest();
        digest.update(bytes);
        verdicts.scanned(Sha256.of(digest), Message.verbatim("Test.Malware"));

        Map<String, byte[]> binder = binder(place);

        assertThat(binder).hasSize(3);
        String thai = "ไม่ได้รวมไว้ เพราะไฟล์มีสถานะ QUARANTINED";
        assertThat(text(binder, "index.html")).contains("ประกาศงดรับของขวัญ (" + thai + ")");
        assertThat(text(binder, "index.csv")).contains("\"" + thai + "\"");
        JsonNode told =
                new ObjectMapper().readTree(binder.get("manifest.json")).at("/items/0/leftOut");
        assertThat(told.get("en").asText()).isEqualTo("left out, because the file is QUARANTINED");
        assertThat(told.get("th").asText()).isEqualTo(thai);
    }

    @Test
    void namesNeverCollideOnAnySystem() throws Exception {
        Place place = place();
        for (String name : new String[] {"a.pdf", "A.PDF", "a.pdf", "con.pdf", "ก่ำ.pdf"}) {
            String id =
                    upload(place.unit(), place.metadata(""))
                            .multiPart("file", name, pdf(name + place + System.nanoTime()))
                            .post(place.files())
                            .then()
                            .statusCode(201)
                            .extract()
                            .path("id");
            place.accept(id);
        }
        var names = binder(place).keySet();
        assertThat(names).hasSize(8);
        assertThat(names.stream().map(name -> name.toLowerCase(Locale.ROOT)).distinct()).hasSize(8);
        assertThat(names)
                .noneMatch(name -> name.matches(".*[<>:\"\\\\|?*].*") || name.length() > 200);
    }

    @Test
    void isForThoseWhoMayOpenFiles() {
        Place place = place();
        String path =
                "/v1/collections/%s/units/%s/binder.zip"
                        .formatted(place.collection(), place.unit());
        as("officer", place.unit()).get(path).then().statusCode(200);
        as("assessor", "EXTERNAL").get(path).then().statusCode(200);
        as("viewer").get(path).then().statusCode(403);
        as("officer", Api.freshUnit()).get(path).then().statusCode(404);
        as("organiser").get(path.replace(place.unit(), "NOBODY")).then().statusCode(404);
    }

    private static String text(Map<String, byte[]> binder, String name) {
        return new String(binder.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> binder(Place place) throws IOException {
        byte[] zip =
                as("officer", place.unit())
                        .get(
                                "/v1/collections/%s/units/%s/binder.zip"
                                        .formatted(place.collection(), place.unit()))
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray();
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }
}
