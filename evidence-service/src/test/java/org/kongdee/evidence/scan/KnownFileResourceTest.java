package org.kongdee.evidence.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.kongdee.evidence.Api.as;
import static org.kongdee.evidence.Api.pdf;
import static org.kongdee.evidence.Api.place;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.hamcrest.Matcher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kongdee.evidence.Api.Place;
import org.kongdee.evidence.content.ContentVerdicts;
import org.kongdee.evidence.item.ItemScans;
import org.kongdee.evidence.item.ItemScans.Due;
import org.kongdee.evidence.storage.Sha256;
import org.kongdee.test.StackResource;
import org.kongdee.web.text.Message;

/**
 * Whoever files what others have filed before sees what they would see if nobody had. The test says
 * the antivirus's words, so that it needs none.
 */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
@QuarkusTestResource(value = Clamd.class, restrictToAnnotatedClass = true)
class KnownFileResourceTest {

    private static final Duration LEASE = Duration.ofMinutes(2);

    @Inject ItemScans scans;
    @Inject ContentVerdicts contents;
    @Inject DataSource database;

    @Test
    void aCleanFileOfAnotherUnitWaitsLikeANewOne() {
        Place owner = place();
        Place other = place();
        byte[] bytes = pdf("known to be clean " + owner);
        String owned = owner.filePdf(bytes);
        allClean();

        String id = other.filePdf(bytes);

        waits(other, id);
        file(owned, "CLEAN", null);
        fetched(owner, owned).statusCode(200);
        allClean();
        file(id, "CLEAN", null);
        fetched(other, id).statusCode(200);
        for (String item : new String[] {owned, id}) {
            as("viewer").get("/v1/evidence/" + item).then().header("ETag", equalTo("\"2\""));
            history(item).body("items.action", contains("FILED", "FILE_CLEAN"));
        }
    }

    @Test
    void aQuarantinedFileOfAnotherUnitWaitsLikeANewOne() {
        Place owner = place();
        Place other = place();
        byte[] bytes = pdf("known to be bad " + owner);
        String owned = owner.filePdf(bytes);
        allCleanBut(bytes, "Test.Malware");
        file(owned, "QUARANTINED", "Test.Malware");

        String id = other.filePdf(bytes);

        waits(other, id);
        allCleanBut(bytes, "Test.Malware");
        for (String item : new String[] {owned, id}) {
            file(item, "QUARANTINED", "Test.Malware");
            history(item)
                    .body("items.action", contains("FILED", "FILE_QUARANTINED"))
                    .body("items[1].detail.found.en", equalTo("Test.Malware"));
        }
    }

    @Test
    void aDamagedFileOfAnotherUnitWaitsLikeANewOne() throws SQLException {
        Place owner = place();
        Place other = place();
        byte[] bytes = pdf("known to be damaged " + owner);
        String owned = owner.filePdf(bytes);
        allClean();
        change(
                "update content set status = 'DAMAGED', verdict = '{\"en\":\"x\",\"th\":\"x\"}' where sha256 = '%s'",
                bytes);
        file(owned, "DAMAGED", "x");

        String id = other.filePdf(bytes);

        waits(other, id);
        file(owned, "CLEAN", null);
        allClean();
        file(id, "CLEAN", null);
        history(id).body("items.action", contains("FILED", "FILE_CLEAN"));
        history(owned).body("items[2].detail.found.en", equalTo("its bytes are whole again"));
    }

    @Test
    void aCopyIsAsTheUnitKnowsItsFile() {
        Place place = place();
        String first = place.filePdf(pdf("copied " + place));
        String early = copy(place, first);
        // Beside the copy stands what else has its bytes, which is in the tag of its first
        // revision.
        waits(place, early, startsWith("\"1-"));

        allClean();

        file(early, "CLEAN", null);
        history(early).body("items.action", contains("FILED", "FILE_CLEAN"));
        String late = copy(place, first);
        file(late, "CLEAN", null);
        history(late).body("items.action", contains("FILED"));
    }

    @Test
    void theLastWordOfTheAntivirusCountsForAllWhoHaveTheBytes() {
        Place owner = place();
        byte[] bytes = pdf("its mind changes " + owner);
        String first = owner.filePdf(bytes);
        allClean();
        owner.accept(first);

        String second = place().filePdf(bytes);
        allCleanBut(bytes, "Test.NewSignature");

        file(first, "QUARANTINED", "Test.NewSignature");
        file(second, "QUARANTINED", "Test.NewSignature");
        history(first)
                .body(
                        "items.action",
                        contains("FILED", "FILE_CLEAN", "ACCEPTED", "FILE_QUARANTINED"));

        String third = place().filePdf(bytes);
        allClean();

        for (String item : new String[] {first, second, third}) {
            file(item, "CLEAN", null);
        }
    }

    @Test
    void whatCameWithoutAnAntivirusCountsAndIsScannedOnceThereIsOne() throws SQLException {
        Place place = place();
        byte[] good = pdf("unscanned " + place);
        byte[] bad = pdf("unscanned and bad " + place);
        String kept = place.filePdf(good);
        String lost = place.filePdf(bad);
        allClean();
        for (byte[] bytes : new byte[][] {good, bad}) {
            change(
                    "update content set status = 'UNSCANNED', scanned = false, busy_until = now() where sha256 = '%s'",
                    bytes);
        }
        file(kept, "UNSCANNED", null);
        fetched(place, kept).statusCode(200);
        place.accept(kept);
        as("viewer")
                .get("/v1/collections/%s/facts?include=pending".formatted(place.collection()))
                .then()
                .body("units[0].slots[0].kinds[0].count", equalTo(2));

        Optional<Sha256> unscanned;
        while ((unscanned = contents.nextUnscanned(LEASE)).isPresent()) {
            Sha256 sha256 = unscanned.get();
            contents.scanned(
                    sha256, sha256.equals(sha256(bad)) ? Message.verbatim("Test.Late") : null);
        }

        file(kept, "CLEAN", null);
        history(kept)
                .body("items.action", contains("FILED", "FILE_CLEAN", "ACCEPTED", "FILE_CLEAN"));
        file(lost, "QUARANTINED", "Test.Late");
        fetched(place, lost).statusCode(409);
    }

    @Test
    void whatWasNeverScannedIsNotCleanWhenItIsHealed() throws SQLException {
        Place place = place();
        byte[] bytes = pdf("damaged before it was scanned " + place);
        String first = place.filePdf(bytes);
        allClean();
        change("update content set status = 'DAMAGED', scanned = false where sha256 = '%s'", bytes);

        place().filePdf(bytes);

        file(first, "UNSCANNED", null);
        allClean();
        file(first, "CLEAN", null);
    }

    @Test
    void whatIsDamagedWhileItWaitsIsToldWhenItHasBeenScanned() throws SQLException {
        Place place = place();
        byte[] bytes = pdf("damaged early " + place);
        String id = place.filePdf(bytes);
        change(
                "update content set status = 'DAMAGED', verdict = '{\"en\":\"x\",\"th\":\"x\"}' where sha256 = '%s'",
                bytes);
        waits(place, id);

        allClean();

        file(id, "DAMAGED", "x");
        history(id).body("items.action", contains("FILED", "FILE_DAMAGED"));
    }

    @Test
    void aPurgedFileWaitsForNothing() {
        Place place = place();
        byte[] bytes = pdf("purged early " + place);
        String id = place.filePdf(bytes);
        as("organiser")
                .body("{\"reason\":\"x\"}")
                .post("/v1/evidence/" + id + "/purge")
                .then()
                .statusCode(200);

        allCleanBut(bytes, "never asked");

        history(id).body("items.action", contains("FILED", "PURGED"));
    }

    /** Shows nothing of what is known of its bytes, to anybody. */
    private static void waits(Place place, String id) {
        waits(place, id, equalTo("\"1\""));
    }

    private static void waits(Place place, String id, Matcher<String> etag) {
        file(id, "SCANNING", null);
        as("viewer").get("/v1/evidence/" + id).then().header("ETag", etag);
        history(id).body("items.action", contains("FILED"));
        as("viewer").get(place.path()).then().body("items[0].files[0].status", equalTo("SCANNING"));
        fetched(place, id)
                .statusCode(409)
                .body("type", equalTo("https://kongdee.org/problems/file-scanning"));
        as("colleague", "officer", place.unit())
                .body("{\"decision\":\"ACCEPT\"}")
                .post("/v1/evidence/" + id + "/review")
                .then()
                .statusCode(409)
                .body("type", equalTo("https://kongdee.org/problems/file-not-clean"));
        as("viewer")
                .get("/v1/collections/%s/facts?include=pending".formatted(place.collection()))
                .then()
                .body("units[0].slots", hasSize(0));
    }

    private static void file(String id, String status, @Nullable String note) {
        as("viewer")
                .get("/v1/evidence/" + id)
                .then()
                .body("files[0].status", equalTo(status))
                .body(
                        "files[0].note",
                        note == null ? nullValue() : equalTo(Map.of("en", note, "th", note)));
    }

    private static ValidatableResponse fetched(Place place, String id) {
        return as("officer", place.unit()).get("/v1/evidence/" + id + "/content").then();
    }

    private static ValidatableResponse history(String id) {
        return as("viewer").get("/v1/evidence/" + id + "/history").then().statusCode(200);
    }

    private static String copy(Place place, String id) {
        return place.fileLink(
                place.metadata("\"copyFiles\":[{\"item\":\"%s\",\"file\":1}]".formatted(id)));
    }

    private void allClean() {
        allCleanBut(new byte[0], "");
    }

    private void allCleanBut(byte[] bad, String objection) {
        Optional<Due> due;
        while ((due = scans.claim(LEASE)).isPresent()) {
            scans.scanned(
                    due.get(),
                    due.get().sha256().equals(sha256(bad)) ? Message.verbatim(objection) : null);
        }
    }

    private void change(String sql, byte[] bytes) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql.formatted(sha256(bytes)))).isOne();
        }
    }

    private static Sha256 sha256(byte[] bytes) {
        var digest = Sha256.newDigest();
        digest.update(bytes);
        return Sha256.of(digest);
    }
}
