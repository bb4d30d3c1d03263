package org.kongdee.evidence.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.kongdee.evidence.Api.as;
import static org.kongdee.evidence.Api.pdf;
import static org.kongdee.evidence.Api.place;
import static org.kongdee.evidence.Api.upload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kongdee.evidence.Api;
import org.kongdee.evidence.Api.Place;
import org.kongdee.evidence.content.ContentService;
import org.kongdee.evidence.storage.Sha256;
import org.kongdee.evidence.storage.StorageConfig;
import org.kongdee.test.StackResource;
import org.kongdee.test.TestTokens;

/** Nothing is lost and nothing is left behind, whatever happens at the same time or half-way. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class UploadResourceTest {

    @Inject StorageConfig storage;
    @Inject ContentService contents;

    @Test
    void twoHundredUploadsOfTheSameBytesAtOnceStoreOneFile() throws Exception {
        Place place = place();
        byte[] bytes = pdf("same " + place);
        long before = storedFiles();
        List<Callable<String>> uploads = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            uploads.add(() -> place.filePdf(bytes));
        }
        List<String> ids = new ArrayList<>();
        try (var pool = Executors.newFixedThreadPool(50)) {
            for (Future<String> upload : pool.invokeAll(uploads)) {
                ids.add(upload.get());
            }
        }
        assertThat(ids).doesNotHaveDuplicates().hasSize(200);
        assertThat(storedFiles()).isEqualTo(before + 1);
        assertThat(incomingFiles()).isZero();
        assertThat(content(place, ids.get(137))).isEqualTo(bytes);
        as("organiser")
                .get("/v1/collections/%s/units/%s".formatted(place.collection(), place.unit()))
                .then()
                .body("storedBytes", equalTo(200 * bytes.length));
    }

    @Test
    void uploadsAndPurgesOfTheSameBytesNeverTakeAnythingFromEachOther() throws Exception {
        Place place = place();
        byte[] bytes = pdf("raced " + place);
        try (var pool = Executors.newFixedThreadPool(8)) {
            List<Callable<Boolean>> races = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                boolean purge = i % 2 == 0;
                races.add(() -> fileAndPerhapsPurge(place, bytes, purge));
            }
            for (int i = 0; i < 10; i++) {
                races.add(() -> contents.sweep() >= 0);
            }
            for (Future<Boolean> race : pool.invokeAll(races)) {
                assertThat(race.get()).isTrue();
            }
        }
        List<String> left =
                as("viewer")
                        .queryParam("size", 200)
                        .queryParam("status", "PENDING")
                        .get(place.path())
                        .path("items.id");
        assertThat(left).hasSize(30);
        for (String id : left) {
            assertThat(content(place, id)).isEqualTo(bytes);
        }
        for (String id : left) {
            as("organiser")
                    .body("{\"reason\":\"end\"}")
                    .post("/v1/evidence/" + id + "/purge")
                    .then()
                    .statusCode(200);
        }
        assertThat(storedFile(bytes)).doesNotExist();
    }

    private boolean fileAndPerhapsPurge(Place place, byte[] bytes, boolean purge) {
        String id = place.filePdf(bytes);
        if (purge) {
            as("officer", place.unit())
                    .header("If-Match", "*")
                    .delete("/v1/evidence/" + id)
                    .then()
                    .statusCode(204);
            as("organiser")
                    .body("{\"reason\":\"race\"}")
                    .post("/v1/evidence/" + id + "/purge")
                    .then()
                    .statusCode(200);
            return true;
        }
        return java.util.Arrays.equals(content(place, id), bytes);
    }

    @Test
    void aClientThatDisconnectsHalfWayLeavesNothing() throws Exception {
        Place place = place();
        long before = storedFiles();
        for (int i = 0; i < 5; i++) {
            try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
                OutputStream out = socket.getOutputStream();
                out.write(beginning(place, 50_000_000).getBytes(StandardCharsets.UTF_8));
                out.write(pdf("cut"));
                out.write(new byte[300_000 * i]);
                out.flush();
                eventually(() -> incomingFiles() > 0);
            }
        }
        eventually(() -> incomingFiles() == 0);
        assertThat(storedFiles()).isEqualTo(before);
        as("viewer").get(place.path()).then().body("total", equalTo(0));
    }

    @Test
    void anUploadThatStopsBeforeItsLastBoundaryIsRefused() throws Exception {
        Place place = place();
        String body = body(place) + "\r\n--b--\r\n";
        assertThat(send(place, body, "b")).startsWith("HTTP/1.1 201");
        assertThat(send(place, body(place), "b"))
                .startsWith("HTTP/1.1 400")
                .contains("ends before its last part");
        assertThat(send(place, body, "other")).startsWith("HTTP/1.1 400");
        assertThat(incomingFiles()).isZero();
    }

    @Test
    void theExampleOfTheContractIsTaken() throws IOException {
        Place place = place();
        JsonNode example = new ObjectMapper().readTree(EvidenceForm.EXAMPLE);
        upload(place.unit(), example.get("metadata").toString().replace("SLK", place.unit()))
                .multiPart("file", example.get("file").get(0).textValue(), pdf("example"))
                .post(place.files())
                .then()
                .statusCode(201)
                .body("files[0].name", equalTo("ประกาศ.pdf"));
    }

    @Test
    void anEncodedPartIsRefusedAndNothingIsKept() throws IOException {
        Place place = place();
        String whole = body(place) + "\r\n--b--\r\n";
        for (String field : List.of("metadata", "file")) {
            String head = "Content-Disposition: form-data; name=\"%s\"".formatted(field);
            String encoded = whole.replace(head, "Content-Transfer-Encoding: base64\r\n" + head);
            assertThat(send(place, encoded, "b"))
                    .startsWith("HTTP/1.1 400")
                    .contains("\"pointer\":\"/%s\"".formatted(field))
                    .contains("The part '%s' is encoded".formatted(field));
        }
        assertThat(incomingFiles()).isZero();
        as("viewer").get(place.path()).then().body("total", equalTo(0));
    }

    @Test
    void theMetadataComeFirst() {
        Place place = place();
        RestAssured.given()
                .auth()
                .oauth2(TestTokens.token("officer", place.unit()))
                .multiPart("file", "a.pdf", pdf("x"))
                .multiPart("metadata", place.metadata(""), "application/json")
                .post(place.files())
                .then()
                .statusCode(400)
                .body("detail", containsString("The first part is 'metadata'"));
    }

    @Test
    void filesAndJsonHaveTheirOwnPaths() {
        Place place = place();
        String item = place.filePdf(pdf("old " + place));
        for (String path : List.of(place.path(), "/v1/evidence/" + item + "/versions")) {
            upload(place.unit(), place.metadata(""))
                    .post(path + "/files")
                    .then()
                    .statusCode(400)
                    .body("detail", containsString("A part 'file' is missing"));
            upload(place.unit(), place.metadata(""))
                    .multiPart("file", "a.pdf", pdf("x"))
                    .post(path)
                    .then()
                    .statusCode(415);
            as("officer", place.unit())
                    .body(place.metadata(""))
                    .post(path + "/files")
                    .then()
                    .statusCode(415);
        }
    }

    @Test
    void anUnknownPartIsNamed() {
        Place place = place();
        upload(place.unit(), place.metadata(""))
                .multiPart("attachment", "a.pdf", pdf("x"))
                .post(place.files())
                .then()
                .statusCode(400)
                .body("detail", containsString("'attachment'"));
    }

    @Test
    void aFileOverItsLimitIsRefusedByName() {
        Place place = place();
        upload(place.unit(), place.metadata(""))
                .multiPart("file", "a.pdf", java.util.Arrays.copyOf(pdf("x"), 3 << 20))
                .post(place.files())
                .then()
                .statusCode(413)
                .body("type", equalTo("https://kongdee.org/problems/file-too-large"))
                .body(
                        "detail",
                        equalTo(
                                "The file 'a.pdf' is too large; a file has at most 2,097,152 bytes."))
                .body("errors.pointer", contains("/file/0"));
        upload(place.unit(), place.metadata(""))
                .multiPart("file", "a.pdf", java.util.Arrays.copyOf(pdf("x"), 1_900_000))
                .multiPart("file", "b.pdf", java.util.Arrays.copyOf(pdf("y"), 1_900_000))
                .post(place.files())
                .then()
                .statusCode(413)
                .body("type", equalTo("https://kongdee.org/problems/item-too-large"));
        as("viewer").get(place.path()).then().body("total", equalTo(0));
    }

    @Test
    void aUnitOverItsLimitIsRefusedHoweverManyUploadAtOnce() throws Exception {
        Place place = place();
        List<Callable<Integer>> uploads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            byte[] bytes = java.util.Arrays.copyOf(pdf(i + " " + place), 1_900_000);
            uploads.add(
                    () ->
                            upload(place.unit(), place.metadata(""))
                                    .multiPart("file", "a.pdf", bytes)
                                    .post(place.files())
                                    .statusCode());
        }
        List<Integer> answers = new ArrayList<>();
        try (var pool = Executors.newFixedThreadPool(8)) {
            for (Future<Integer> upload : pool.invokeAll(uploads)) {
                answers.add(upload.get());
            }
        }
        // The test's limit is 10 MiB a unit.
        assertThat(answers.stream().filter(answer -> answer == 201)).hasSize(5);
        assertThat(answers.stream().filter(answer -> answer == 413)).hasSize(3);
    }

    @Test
    void jsonOverItsLimitIsRefused() {
        Place place = place();
        as("officer", place.unit())
                .body(place.metadata("\"description\":\"" + "x".repeat(11 << 20) + "\""))
                .post(place.path())
                .then()
                .statusCode(413)
                .body("type", equalTo("https://kongdee.org/problems/too-large"));
    }

    @Test
    void whatNobodyMaySendIsRefusedBeforeItIsReceived() throws Exception {
        Place place = place();
        Api.put(place, "CLOSED", "PEER").statusCode(200);
        try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            // Promises 2 GB and sends none of it.
            socket.getOutputStream()
                    .write(beginning(place, 2_000_000_000).getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            byte[] answer = socket.getInputStream().readNBytes(12);
            assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 409");
        }
    }

    private static String body(Place place) {
        return "--b\r\nContent-Disposition: form-data; name=\"metadata\"\r\n\r\n%s\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%s"
                .formatted(place.metadata(""), new String(pdf("x"), StandardCharsets.UTF_8));
    }

    private static String beginning(Place place, long length) {
        return head(place, length, "b")
                + "--b\r\nContent-Disposition: form-data; name=\"metadata\"\r\n\r\n%s\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n"
                        .formatted(place.metadata(""));
    }

    private static String head(Place place, long length, String boundary) {
        return "POST %s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nContent-Type: multipart/form-data; boundary=%s\r\nContent-Length: %d\r\n\r\n"
                .formatted(
                        place.files(), TestTokens.token("officer", place.unit()), boundary, length);
    }

    private String send(Place place, String body, String boundary) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            String head =
                    head(place, bytes.length, boundary)
                            .replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n");
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] content(Place place, String id) {
        return as("officer", place.unit())
                .get("/v1/evidence/" + id + "/content")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private Path storedFile(byte[] bytes) {
        var digest = Sha256.newDigest();
        digest.update(bytes);
        String hex = Sha256.of(digest).hex();
        return storage.folder().resolve("content").resolve(hex.substring(0, 2)).resolve(hex);
    }

    private long storedFiles() throws IOException {
        return files(storage.folder().resolve("content"));
    }

    private long incomingFiles() throws IOException {
        return files(storage.folder().resolve("incoming"));
    }

    private static long files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    private static void eventually(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("still not so after 20 s").isLessThan(end);
            Thread.sleep(20);
        }
    }
}
