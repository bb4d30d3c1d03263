package org.kongdee.evidence.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.kongdee.evidence.Api.as;
import static org.kongdee.evidence.Api.pdf;
import static org.kongdee.evidence.Api.place;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.health.api.Wellness;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;
import org.kongdee.evidence.Api.Place;
import org.kongdee.evidence.storage.Incoming;
import org.kongdee.evidence.storage.Sha256;
import org.kongdee.evidence.storage.Storage;
import org.kongdee.test.StackResource;

/** What happens to stored bytes behind the uploads: the scrub, the sweep. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ContentJobsTest {

    @Inject Storage storage;
    @Inject ContentService contents;
    @Inject ScrubJob scrub;
    @Inject @Wellness ContentHealth health;
    @Inject DataSource database;

    @Test
    void findsDamageSaysSoEverywhereAndIsHealedByTheSameBytes() throws Exception {
        Place place = place();
        byte[] bytes = pdf("rots " + place);
        String id = place.filePdf(bytes);
        Path file = storage.localFile(sha256(bytes)).orElseThrow();
        byte[] rotten = bytes.clone();
        rotten[20] ^= 1;
        Files.write(file, rotten);
        makeDue(sha256(bytes));

        scrub.run();

        as("officer", place.unit())
                .get("/v1/evidence/" + id)
                .then()
                .body("files[0].status", equalTo("DAMAGED"))
                .header("ETag", equalTo("\"2\""));
        as("officer", place.unit())
                .get("/v1/evidence/" + id + "/content")
                .then()
                .statusCode(409)
                .body("type", equalTo("https://kongdee.org/problems/file-damaged"));
        as("officer", place.unit())
                .get("/v1/evidence/" + id + "/history")
                .then()
                .body("items.action", contains("FILED", "FILE_DAMAGED"));
        assertThat(health.call().getStatus()).isEqualTo(Status.DOWN);

        place.filePdf(bytes);

        assertThat(as("officer", place.unit()).get("/v1/evidence/" + id + "/content").asByteArray())
                .isEqualTo(bytes);
        as("officer", place.unit())
                .get("/v1/evidence/" + id + "/history")
                .then()
                .body("items.action", contains("FILED", "FILE_DAMAGED", "FILE_UNSCANNED"))
                .body("items[2].detail.found.en", equalTo("its bytes are whole again"));
        assertThat(health.call().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void findsAFileThatIsGone() throws Exception {
        Place place = place();
        byte[] bytes = pdf("goes " + place);
        String id = place.filePdf(bytes);
        Files.delete(storage.localFile(sha256(bytes)).orElseThrow());
        makeDue(sha256(bytes));

        scrub.run();

        as("officer", place.unit())
                .get("/v1/evidence/" + id)
                .then()
                .body("files[0].note.en", equalTo("it is not there"))
                .body("files[0].note.th", equalTo("ไม่พบไฟล์ในที่จัดเก็บ"));
        place.filePdf(bytes);
    }

    @Test
    void looksAtAFileOnceInItsTurn() throws Exception {
        Place place = place();
        byte[] bytes = pdf("whole " + place);
        place.filePdf(bytes);
        makeDue(sha256(bytes));
        assertThat(verifiedSince(sha256(bytes))).isFalse();

        scrub.run();

        assertThat(verifiedSince(sha256(bytes))).isTrue();
    }

    @Test
    void sweepsWhatAnUploadLeftThatNeverFiled() throws Exception {
        byte[] bytes = pdf("orphan " + UUID.randomUUID());
        var upload = UUID.randomUUID();
        try (Incoming incoming = storage.receive()) {
            incoming.write(bytes);
            incoming.complete();
            contents.keep(upload, java.util.List.of(incoming));
        }
        contents.sweep();
        assertThat(storage.localFile(sha256(bytes)).orElseThrow())
                .as("an upload still holds it")
                .exists();
        execute(
                "update content_hold set until = now() - interval '1 second' where upload = '%s'"
                        .formatted(upload));

        assertThat(contents.sweep()).isPositive();

        assertThat(storage.localFile(sha256(bytes)).orElseThrow()).doesNotExist();
    }

    @Test
    void sweepsBytesThatTheDatabaseDoesNotKnow() throws Exception {
        byte[] bytes = pdf("stray " + UUID.randomUUID());
        try (Incoming incoming = storage.receive()) {
            incoming.write(bytes);
            incoming.complete();
            incoming.publish(false);
        }
        assertThat(contents.adoptStrays()).isPositive();
        assertThat(contents.sweep()).isPositive();
        assertThat(storage.localFile(sha256(bytes)).orElseThrow()).doesNotExist();
    }

    private void makeDue(Sha256 sha256) throws SQLException {
        execute(
                "update content set verified_at = now() - interval '31 days' where sha256 = '%s'"
                        .formatted(sha256));
    }

    private boolean verifiedSince(Sha256 sha256) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "select verified_at > now() - interval '1 day' from content where sha256 = '%s'"
                                        .formatted(sha256))) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isOne();
        }
    }

    private static Sha256 sha256(byte[] bytes) throws IOException {
        var digest = Sha256.newDigest();
        digest.update(bytes);
        return Sha256.of(digest);
    }
}
