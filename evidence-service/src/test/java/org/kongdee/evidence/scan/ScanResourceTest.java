package org.kongdee.evidence.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.kongdee.evidence.Api.as;
import static org.kongdee.evidence.Api.pdf;
import static org.kongdee.evidence.Api.place;
import static org.kongdee.evidence.Api.upload;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.kongdee.evidence.Api.Place;
import org.kongdee.test.StackResource;

/** With a real clamd; skipped, visibly, where Debian's clamav-daemon is not there. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
@QuarkusTestResource(value = Clamd.class, restrictToAnnotatedClass = true)
class ScanResourceTest {

    @Inject ScanJob scan;

    @Test
    void aFileIsGivenToNobodyBeforeItIsScanned() {
        assumeTrue(Clamd.isRunning(), "needs clamd: apt-get install clamav-daemon");
        Place place = place();
        byte[] bytes = pdf("scanned " + place);
        String id = place.filePdf(bytes);
        as("officer", place.unit())
                .get("/v1/evidence/" + id)
                .then()
                .body("files[0].status", equalTo("SCANNING"));
        as("officer", place.unit())
                .get("/v1/evidence/" + id + "/content")
                .then()
                .statusCode(409)
                .body("type", equalTo("https://kongdee.org/problems/file-scanning"));
        review(place, id)
                .statusCode(409)
                .body("type", equalTo("https://kongdee.org/problems/file-not-clean"));

        scan.run();

        as("officer", place.unit())
                .get("/v1/evidence/" + id)
                .then()
                .body("files[0].status", equalTo("CLEAN"))
                .header("ETag", equalTo("\"2\""));
        assertThat(as("officer", place.unit()).get("/v1/evidence/" + id + "/content").asByteArray())
                .isEqualTo(bytes);
        review(place, id).statusCode(200);
    }

    @Test
    void anInfectedFileIsGivenToNobodyAndTheUploaderIsTold() {
        assumeTrue(Clamd.isRunning(), "needs clamd: apt-get install clamav-daemon");
        Place place = place();
        String id =
                upload(place.unit(), place.metadata(""))
                        .multiPart("file", "a.txt", TestClamd.MALWARE)
                        .post(place.files())
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");

        scan.run();

        as("officer", place.unit())
                .get("/v1/evidence/" + id)
                .then()
                .body("files[0].status", equalTo("QUARANTINED"))
                .body("files[0].note.en", equalTo("Kongdee.Test.UNOFFICIAL"));
        as("officer", place.unit())
                .get("/v1/evidence/" + id + "/history")
                .then()
                .body("items.action", contains("FILED", "FILE_QUARANTINED"))
                .body("items[1].detail.found.th", equalTo("Kongdee.Test.UNOFFICIAL"));
        as("assessor", "EXTERNAL")
                .get("/v1/evidence/" + id + "/content")
                .then()
                .statusCode(409)
                .body("type", equalTo("https://kongdee.org/problems/file-quarantined"));
        review(place, id).statusCode(409);
    }

    private static io.restassured.response.ValidatableResponse review(Place place, String id) {
        return as("colleague", "officer", place.unit())
                .body("{\"decision\":\"ACCEPT\"}")
                .post("/v1/evidence/" + id + "/review")
                .then();
    }
}
