package org.kongdee.evidence.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.kongdee.evidence.Api.as;
import static org.kongdee.evidence.Api.pdf;
import static org.kongdee.evidence.Api.place;
import static org.kongdee.evidence.Api.upload;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.kongdee.evidence.Api;
import org.kongdee.evidence.Api.Place;
import org.kongdee.test.StackResource;

/** An item shows where else in its unit the same bytes are filed. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class AlsoFiledResourceTest {

    @Inject DataSource database;

    @Test
    void whoReviewsSeesThatOneDocumentIsFiledUnderTwoChannels() {
        Place place = place();
        byte[] bytes = pdf("twice " + place);
        String line = file(place, "line", bytes);
        as("viewer").get("/v1/evidence/" + line).then().body("alsoFiled", empty());
        String etag = as("viewer").get("/v1/evidence/" + line).header("ETag");

        String website = file(place, "website", bytes);

        as("viewer")
                .header("If-None-Match", etag)
                .get("/v1/evidence/" + line)
                .then()
                .statusCode(200)
                .body("alsoFiled", hasSize(1))
                .body("alsoFiled[0].item", equalTo(website))
                .body("alsoFiled[0].slot", equalTo("1.1.2"))
                .body("alsoFiled[0].kind", equalTo("communication"))
                .body("alsoFiled[0].channel", equalTo("website"))
                .body("alsoFiled[0].status", equalTo("PENDING"));
        place.accept(line);
        as("colleague", "officer", place.unit())
                .body("{\"decision\":\"ACCEPT\"}")
                .post("/v1/evidence/" + website + "/review")
                .then()
                .statusCode(200)
                .body("alsoFiled.item", contains(line))
                .body("alsoFiled.status", contains("ACCEPTED"));
        as("viewer")
                .queryParam("q", "website.pdf")
                .get(place.path())
                .then()
                .body("items[0].alsoFiled.item", contains(line));
    }

    @Test
    void whoFilesItAgainIsToldAtOnce() {
        Place place = place();
        byte[] bytes = pdf("told " + place);
        String line = file(place, "line", bytes);

        upload(place.unit(), place.metadata(""))
                .multiPart("file", "other.pdf", pdf("another " + place))
                .multiPart("file", "same.pdf", bytes)
                .multiPart("file", "same again.pdf", bytes)
                .post(place.files())
                .then()
                .statusCode(201)
                .body("alsoFiled.item", contains(line));
    }

    @Test
    void versionsOfItsOwnAndWhatWasTakenAwayAreNotElsewhere() {
        Place place = place();
        byte[] bytes = pdf("versions " + place);
        String first = file(place, "line", bytes);
        place.accept(first);
        String second =
                as("officer", place.unit())
                        .body(
                                place.metadata(
                                        "\"copyFiles\":[{\"item\":\"%s\",\"file\":1}]"
                                                .formatted(first)))
                        .post("/v1/evidence/" + first + "/versions")
                        .then()
                        .statusCode(201)
                        .body("alsoFiled", empty())
                        .extract()
                        .path("id");
        String withdrawn = file(place, "website", bytes);
        as("officer", place.unit())
                .header("If-Match", "*")
                .delete("/v1/evidence/" + withdrawn)
                .then()
                .statusCode(204);

        for (String id : new String[] {first, second}) {
            as("viewer").get("/v1/evidence/" + id).then().body("alsoFiled", empty());
        }
        as("viewer")
                .get("/v1/evidence/" + withdrawn)
                .then()
                .body("alsoFiled.item", contains(first, second));
    }

    @Test
    void nothingIsToldOfOtherUnitsAndCollections() {
        Place place = place();
        byte[] bytes = pdf("everywhere " + place);
        var beside = new Place(place.collection(), Api.freshUnit());
        Api.enrol(beside.collection(), beside.unit());
        var before = new Place(place().collection(), place.unit());
        Api.enrol(before.collection(), before.unit());
        String unused = file(beside, "line", bytes);
        String unusedToo = file(before, "line", bytes);

        String id = file(place, "line", bytes);

        as("viewer").get("/v1/evidence/" + id).then().body("alsoFiled", empty());
        as("viewer").get(place.path()).then().body("items.alsoFiled.flatten()", empty());
    }

    @Test
    void ofVeryManyTheFirstAreShown() {
        Place place = place();
        byte[] bytes = pdf("many " + place);
        String first = file(place, "line", bytes);
        for (int i = 0; i < 52; i++) {
            as("officer", place.unit())
                    .body(
                            place.metadata(
                                    "\"copyFiles\":[{\"item\":\"%s\",\"file\":1}]"
                                            .formatted(first)))
                    .post(place.path())
                    .then()
                    .statusCode(201);
        }

        as("viewer").get("/v1/evidence/" + first).then().body("alsoFiled", hasSize(50));
    }

    /** However many units have the same bytes. */
    @Test
    void isLookedUpByBytesUnitAndCollection() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local enable_seqscan = off");
            var plan = new StringBuilder();
            try (var rows =
                    statement.executeQuery(
                            "explain select s.item from file s where s.sha256 = 'x' and s.unit = 'U' and s.collection = 'c'")) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
            assertThat(plan.toString())
                    .contains("ix_file_sha256")
                    .containsPattern("Index Cond: .*sha256.*unit.*collection");
        }
    }

    private static String file(Place place, String channel, byte[] bytes) {
        return upload(place.unit(), place.metadata("").replace("\"line\"", "\"" + channel + "\""))
                .multiPart("file", channel + ".pdf", bytes)
                .post(place.files())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
