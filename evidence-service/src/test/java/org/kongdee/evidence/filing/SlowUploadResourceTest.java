package org.kongdee.evidence.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.kongdee.evidence.Api.as;
import static org.kongdee.evidence.Api.place;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kongdee.evidence.Api.Place;
import org.kongdee.evidence.storage.StorageConfig;
import org.kongdee.test.RawRequest;
import org.kongdee.test.StackResource;
import org.kongdee.test.TestTokens;

/** Nobody holds a place by sending a byte now and then. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
@TestProfile(SlowUploadResourceTest.Impatient.class)
@Tag("slow")
class SlowUploadResourceTest {

    /**
     * So that the test need not be as slow as what it refuses; and yet of a window in which a busy
     * machine may lose a second.
     */
    public static class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "kongdee.body.held-within", "PT2S",
                    "kongdee.body.rate-window", "PT4S",
                    "kongdee.body.min-rate", "20K");
        }
    }

    @Inject StorageConfig storage;

    @Test
    void anUploadThatDripsIsToldSoCutOffAndLeavesNothing() throws Exception {
        Place place = place();
        String answer =
                drip(
                        place,
                        place.files(),
                        "multipart/form-data; boundary=b",
                        "--b\r\nContent-Disposition: form-data; name=\"metadata\"\r\n\r\n%s\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n"
                                .formatted(place.metadata("")));
        assertThat(answer)
                .startsWith("HTTP/1.1 408")
                .containsIgnoringCase("connection: close")
                .contains("https://kongdee.org/problems/too-slow");
        assertThat(files("incoming")).isZero();
        as("viewer").get(place.path()).then().body("total", equalTo(0));
    }

    @Test
    void anUploadAtTwiceTheLeastRateIsNeverCut() throws Exception {
        Place place = place();
        byte[] file = new byte[240_000];
        byte[] pdf = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(pdf, 0, file, 0, pdf.length);
        String before =
                "--b\r\nContent-Disposition: form-data; name=\"metadata\"\r\n\r\n%s\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n"
                        .formatted(place.metadata(""));
        String after = "\r\n--b--\r\n";
        try (var upload =
                new RawRequest(
                        "POST",
                        place.files(),
                        TestTokens.token("officer", place.unit()),
                        "Content-Type: multipart/form-data; boundary=b",
                        "Content-Length: "
                                + (before.getBytes(StandardCharsets.UTF_8).length
                                        + file.length
                                        + after.length()))) {
            upload.send(before);
            int tenthOfASecond = 2 * 20 * 1024 / 10;
            for (int at = 0; at < file.length; at += tenthOfASecond) {
                upload.send(
                        Arrays.copyOfRange(file, at, Math.min(file.length, at + tenthOfASecond)));
                Thread.sleep(100);
            }
            assertThat(upload.send(after).status()).isEqualTo(201);
        }
    }

    @Test
    void jsonThatDripsIsToldSoAndCutOff() throws Exception {
        Place place = place();
        assertThat(drip(place, place.path(), "application/json", "{\"unit\":\""))
                .startsWith("HTTP/1.1 408")
                .contains("https://kongdee.org/problems/too-slow");
    }

    /** Sends the beginning of a large body, then a byte now and then; all that comes back. */
    private static String drip(Place place, String path, String type, String beginning)
            throws Exception {
        try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
            OutputStream out = socket.getOutputStream();
            out.write(
                    "POST %s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nContent-Type: %s\r\nContent-Length: 1000000\r\n\r\n%s"
                            .formatted(
                                    path,
                                    TestTokens.token("officer", place.unit()),
                                    type,
                                    beginning)
                            .getBytes(StandardCharsets.UTF_8));
            InputStream in = socket.getInputStream();
            for (int i = 0; i < 200 && in.available() == 0; i++) {
                out.write('x');
                out.flush();
                Thread.sleep(100);
            }
            socket.setSoTimeout(10_000);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private long files(String part) throws IOException {
        try (Stream<Path> files = Files.walk(storage.folder().resolve(part))) {
            return files.filter(Files::isRegularFile).count();
        }
    }
}
