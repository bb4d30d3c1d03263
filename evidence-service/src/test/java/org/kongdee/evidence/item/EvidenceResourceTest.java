package org.kongdee.evidence.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.kongdee.evidence.Api.as;
import static org.kongdee.evidence.Api.pdf;
import static org.kongdee.evidence.Api.place;
import static org.kongdee.evidence.Api.upload;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kongdee.evidence.Api;
import org.kongdee.evidence.Api.Place;
import org.kongdee.test.StackResource;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class EvidenceResourceTest {

    @Inject DataSource database;

    private static final String LINK = "\"link\":\"https://www.example.org/ประกาศ\"";

    @Test
    void filesFilesThatReadBackAsSent() {
        Place place = place();
        byte[] first = pdf("first " + place);
        byte[] second = pdf("second " + place);

        String id =
                upload(
                                place.unit(),
                                place.metadata(
                                        "\"coverage\":{\"from\":\"2022-01-01\",\"to\":\"2022-01-31\"},\"fields\":[\"director\"]"))
                        .multiPart("file", "ประกาศ ม.ค.pdf", first)
                        .multiPart("file", "b.pdf", second)
                        .post(place.files())
                        .then()
                        .statusCode(201)
                        .header("Location", startsWith("/v1/evidence/"))
                        .header("ETag", equalTo("\"1\""))
                        .body("status", equalTo("PENDING"))
                        .body("version", equalTo(1))
                        .body("files.name", contains("ประกาศ ม.ค.pdf", "b.pdf"))
                        .body("files.status", contains("UNSCANNED", "UNSCANNED"))
                        .body("files.mediaType", contains("application/pdf", "application/pdf"))
                        .body("files[0].sha256", nullValue())
                        .body("coverage.to", equalTo("2022-01-31"))
                        .body("fields", contains("director"))
                        .extract()
                        .path("id");

        assertThat(as("officer", place.unit()).get("/v1/evidence/" + id + "/content").asByteArray())
                .isEqualTo(first);
        assertThat(
                        as("officer", place.unit())
                                .get("/v1/evidence/" + id + "/files/2/content")
                                .asByteArray())
                .isEqualTo(second);
        as("viewer")
                .get("/v1/evidence/" + id)
                .then()
                .statusCode(200)
                .body("title", equalTo("ประกาศงดรับของขวัญ"));
        as("viewer")
                .get("/v1/evidence/" + id + "/history")
                .then()
                .body("items.action", contains("FILED"))
                .body("items[0].by", equalTo("officer-" + place.unit()));
    }

    @Test
    void filesALink() {
        Place place = place();
        as("officer", place.unit())
                .body(place.metadata(LINK))
                .post(place.path())
                .then()
                .statusCode(201)
                .body("linkState.status", equalTo("UNCHECKED"))
                .body("files", hasSize(0));
    }

    @Test
    void copiesFilesOfTheOwnUnitOnly() {
        Place place = place();
        byte[] bytes = pdf("copied " + place);
        String id = place.filePdf(bytes);
        String copy = "\"copyFiles\":[{\"item\":\"%s\",\"file\":1}]".formatted(id);

        String other = place.fileLink(place.metadata(copy));

        assertThat(
                        as("officer", place.unit())
                                .get("/v1/evidence/" + other + "/content")
                                .asByteArray())
                .isEqualTo(bytes);
        String stranger = Api.freshUnit();
        Api.enrol(place.collection(), stranger);
        as("officer", stranger)
                .body(new Place(place.collection(), stranger).metadata(copy))
                .post(place.path())
                .then()
                .statusCode(422)
                .body("type", equalTo("https://kongdee.org/problems/unknown-file"))
                .body("errors[0].pointer", equalTo("/copyFiles/0"));
    }

    @Test
    void needsAFileOrALink() {
        Place place = place();
        as("officer", place.unit())
                .body(place.metadata(""))
                .post(place.path())
                .then()
                .statusCode(422)
                .body("type", equalTo("https://kongdee.org/problems/evidence-missing"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "slot":"9.9"                                             | /slot
                    "kind":"plan"                                            | /kind
                    "channel":"facebook"                                     | /channel
                    "section":"RECORDS"                                      | /section
                    "link":"ftp://example.org/x"                             | /link
                    "link":"https://user:pw@example.org/"                    | /link
                    "link":"http://example.org:8080/"                        | /link
                    "coverage":{"from":"2022-02-01","to":"2022-01-01"}       | /coverage/to
                    """)
    void namesEverythingThatDoesNotFit(String wrong, String pointer) {
        Place place = place();
        as("officer", place.unit())
                .body(replaced(place.metadata(LINK), wrong))
                .post(place.path())
                .then()
                .statusCode(422)
                .body("type", equalTo("https://kongdee.org/problems/evidence-does-not-fit"))
                .body("errors.pointer", contains(pointer));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "date":"2565-01-10"                    | /date
                    "date":"10/01/2022"                    | /date
                    "title":" "                            | /title
                    "title":null                           | /title
                    "points":5                             | /points
                    "fields":["Director!"]                 | /fields
                    "coverage":{"from":"2022-01-01"}       | /coverage/to
                    "copyFiles":[{"item":"x","file":1}]    | /copyFiles/0/item
                    "title":"a\\nb"                        | /title
                    "title":"a\\u202eb"                    | /title
                    "description":"a\\u0000b"              | /description
                    "kind":"\\ufeffx"                      | /kind
                    """)
    void namesWhatCannotBeRead(String wrong, String pointer) {
        Place place = place();
        String metadata = replaced(place.metadata(LINK), wrong);
        as("officer", place.unit())
                .body(metadata)
                .post(place.path())
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem(pointer));
        upload(place.unit(), metadata)
                .multiPart("file", "a.pdf", pdf("x"))
                .post(place.files())
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void aDescriptionHasLinesThatEndInLineFeeds() {
        Place place = place();
        String metadata =
                replaced(place.metadata(""), "\"description\":\"One\\r\\n\\tTwo\\rThree\"");

        upload(place.unit(), metadata)
                .multiPart("file", "a.pdf", pdf("x"))
                .post(place.files())
                .then()
                .statusCode(201)
                .body("description", equalTo("One\n\tTwo\nThree"));
    }

    @Test
    void searchesForALineOfText() {
        as("viewer")
                .urlEncodingEnabled(false)
                .get(place().path() + "?q=a%00b")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("q"))
                .body("errors[0].detail", containsString("U+0000"));
    }

    /** The metadata with one member put in place of its namesake, or added. */
    private static String replaced(String metadata, String member) {
        String name = member.substring(0, member.indexOf(':') + 1);
        String without =
                metadata.replaceAll("," + name + "(\"[^\"]*\"|[^,}]*)", "")
                        .replaceAll(",\\s*" + name + "\"[^\"]*\"", "");
        return without.replaceFirst("}\\s*$", Matcher.quoteReplacement("," + member + "}"));
    }

    @Test
    void refusesAnUnknownCollectionAndAClosedOne() {
        Place place = place();
        as("officer", place.unit())
                .body(place.metadata(LINK))
                .post("/v1/collections/nothing/evidence")
                .then()
                .statusCode(404);
        String filed = place.fileLink(place.metadata(LINK));
        Api.put(place, "CLOSED", "PEER").statusCode(200);

        as("officer", place.unit())
                .body(place.metadata(LINK))
                .post(place.path())
                .then()
                .statusCode(409)
                .body("type", equalTo("https://kongdee.org/problems/collection-closed"));
        as("officer", place.unit())
                .header("If-Match", "*")
                .delete("/v1/evidence/" + filed)
                .then()
                .statusCode(409);
        as("officer", place.unit())
                .header("If-Match", "*")
                .body("{\"title\":\"x\"}")
                .patch("/v1/evidence/" + filed)
                .then()
                .statusCode(409);
        place.accept(filed);
    }

    @Test
    void refusesAUnitThatIsNotEnrolled() {
        Place place = place();
        String stranger = Api.freshUnit();
        as("officer", stranger)
                .body(new Place(place.collection(), stranger).metadata(LINK))
                .post(place.path())
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/unit"));
    }

    @Test
    void saysBesideWhoDidSomethingWhatTheirTokenCalledThem() {
        Place place = place();
        String id = place.fileLink(place.metadata(LINK));
        place.accept(id);

        as("viewer")
                .get("/v1/evidence/" + id)
                .then()
                .body("uploadedBy", equalTo("officer-" + place.unit()))
                .body("uploadedByName", equalTo("Test officer-" + place.unit()))
                .body("review.by", equalTo("colleague"))
                .body("review.byName", equalTo("Test colleague"));
        as("viewer")
                .get("/v1/evidence/" + id + "/history")
                .then()
                .body("items.byName", contains("Test officer-" + place.unit(), "Test colleague"));
    }

    @Test
    void whatIsNotThereIsNull() {
        Place place = place();
        String id = place.filePdf(pdf("bare " + place));

        as("viewer")
                .get("/v1/evidence/" + id)
                .then()
                .body(
                        "findAll { it.value == null }.keySet()",
                        hasItems("coverage", "link", "linkState", "replaces", "review", "purged"))
                .body("files[0]", hasKey("note"));
        as("viewer")
                .get("/v1/evidence/" + id + "/history")
                .then()
                .body("items[0].detail", hasKey("reason"))
                .body("items[0].detail.values()", everyItem(nullValue()));
    }

    @Test
    void theSameUploadWithTheSameKeyIsFiledOnce() {
        Place place = place();
        String key = UUID.randomUUID().toString();
        byte[] bytes = pdf("once " + place);
        String first = null;
        for (int i = 0; i < 2; i++) {
            String id =
                    upload(place.unit(), place.metadata(""))
                            .header("Idempotency-Key", key)
                            .multiPart("file", "a.pdf", bytes)
                            .post(place.files())
                            .then()
                            .statusCode(201)
                            .extract()
                            .path("id");
            assertThat(first == null ? id : first).isEqualTo(id);
            first = id;
        }
        as("viewer").get(place.path()).then().body("total", equalTo(1));
        upload(place.unit(), place.metadata(""))
                .header("Idempotency-Key", key)
                .multiPart("file", "a.pdf", pdf("another"))
                .post(place.files())
                .then()
                .statusCode(422)
                .body("type", equalTo("https://kongdee.org/problems/idempotency-key-reused"));
        assertThat(
                        as("officer", place.unit())
                                .get("/v1/evidence/" + first + "/content")
                                .asByteArray())
                .isEqualTo(bytes);
    }

    @Test
    void correctsTitleAndDescriptionAndRemembersWhatTheyWere() {
        Place place = place();
        String id = place.fileLink(place.metadata(LINK));
        as("officer", place.unit())
                .body("{\"title\":\"x\"}")
                .patch("/v1/evidence/" + id)
                .then()
                .statusCode(428);
        as("officer", place.unit())
                .header("If-Match", "\"9\"")
                .body("{\"title\":\"x\"}")
                .patch("/v1/evidence/" + id)
                .then()
                .statusCode(412);
        as("officer", place.unit())
                .header("If-Match", "*")
                .body("{\"title\":\"นโยบาย\"}")
                .patch("/v1/evidence/" + id)
                .then()
                .statusCode(200)
                .body("title", equalTo("นโยบาย"));
        as("officer", place.unit())
                .get("/v1/evidence/" + id + "/history")
                .then()
                .body("items[1].detail.title.from", equalTo("ประกาศงดรับของขวัญ"));
        as("officer", place.unit())
                .header("If-Match", "*")
                .body("{\"date\":\"2022-01-01\"}")
                .patch("/v1/evidence/" + id)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/date"));
    }

    @ParameterizedTest
    @CsvSource({"ACCEPT, ACCEPTED", "REJECT, REJECTED"})
    void whatWasReviewedIsNotCorrectedAfterwards(String decision, String status) {
        Place place = place();
        String id = place.fileLink(place.metadata(LINK));
        as("colleague", "officer", place.unit())
                .body("{\"decision\":\"%s\",\"note\":\"x\"}".formatted(decision))
                .post("/v1/evidence/" + id + "/review")
                .then()
                .statusCode(200);

        for (String correction :
                List.of("{\"title\":\"x\"}", "{\"description\":\"x\"}", "{\"description\":\"\"}")) {
            as("officer", place.unit())
                    .header("If-Match", "*")
                    .body(correction)
                    .patch("/v1/evidence/" + id)
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("https://kongdee.org/problems/wrong-item-state"))
                    .body("detail", startsWith("The item is " + status));
        }

        as("viewer")
                .get("/v1/evidence/" + id)
                .then()
                .body("title", equalTo("ประกาศงดรับของขวัญ"))
                .body("description", equalTo(""))
                .header("ETag", equalTo("\"2\""));
    }

    @Test
    void theUploaderDoesNotReviewAndAColleagueDoes() {
        Place place = place();
        String id = place.fileLink(place.metadata(LINK));
        as("officer", place.unit())
                .body("{\"decision\":\"ACCEPT\"}")
                .post("/v1/evidence/" + id + "/review")
                .then()
                .statusCode(403);
        as("colleague", "officer", place.unit())
                .body("{\"decision\":\"REJECT\"}")
                .post("/v1/evidence/" + id + "/review")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/note"));
        place.accept(id);
        as("colleague", "officer", place.unit())
                .body("{\"decision\":\"REJECT\",\"note\":\"late\"}")
                .post("/v1/evidence/" + id + "/review")
                .then()
                .statusCode(409);
    }

    @Test
    void inIndependentCollectionsOnlyAssessorsOfOtherUnitsReview() {
        Place place = place("INDEPENDENT");
        String id = place.fileLink(place.metadata(LINK));
        String review = "/v1/evidence/" + id + "/review";
        String accept = "{\"decision\":\"ACCEPT\"}";
        as("colleague", "officer", place.unit()).body(accept).post(review).then().statusCode(403);
        as("assessor", place.unit()).body(accept).post(review).then().statusCode(403);
        as("assessor", "EXTERNAL")
                .body(accept)
                .post(review)
                .then()
                .statusCode(200)
                .body("status", equalTo("ACCEPTED"));
    }

    @Test
    void anAcceptedItemCountsUntilItsNewVersionIsAccepted() {
        Place place = place();
        String old = place.fileLink(place.metadata(LINK));
        place.accept(old);
        String version = version(place, old, 201);
        as("viewer").get("/v1/evidence/" + old).then().body("status", equalTo("ACCEPTED"));
        as("viewer")
                .get("/v1/evidence/" + version)
                .then()
                .body("status", equalTo("PENDING"))
                .body("version", equalTo(2))
                .body("replaces", equalTo(old));
        version(place, old, 409);

        place.accept(version);

        as("viewer").get("/v1/evidence/" + old).then().body("status", equalTo("SUPERSEDED"));
        as("viewer").get("/v1/evidence/" + version).then().body("status", equalTo("ACCEPTED"));
        as("viewer")
                .get("/v1/evidence/" + old + "/history")
                .then()
                .body("items.action", contains("FILED", "ACCEPTED", "NEW_VERSION", "SUPERSEDED"));
    }

    @Test
    void aPendingItemMakesWayForItsNewVersionAtOnce() {
        Place place = place();
        String old = place.fileLink(place.metadata(LINK));
        version(place, old, 201);
        as("viewer").get("/v1/evidence/" + old).then().body("status", equalTo("SUPERSEDED"));
    }

    private static String version(Place place, String id, int status) {
        var response =
                as("officer", place.unit())
                        .body(place.metadata(LINK))
                        .post("/v1/evidence/" + id + "/versions")
                        .then()
                        .statusCode(status);
        return status == 201 ? response.extract().path("id") : "";
    }

    @Test
    void withdrawsOnce() {
        Place place = place();
        String id = place.fileLink(place.metadata(LINK));
        as("officer", place.unit()).delete("/v1/evidence/" + id).then().statusCode(428);
        as("officer", place.unit())
                .header("If-Match", "\"1\"")
                .delete("/v1/evidence/" + id)
                .then()
                .statusCode(204);
        as("viewer").get("/v1/evidence/" + id).then().body("status", equalTo("WITHDRAWN"));
        as("officer", place.unit())
                .header("If-Match", "*")
                .delete("/v1/evidence/" + id)
                .then()
                .statusCode(409);
    }

    @Test
    void purgeLeavesATombstoneAndNothingElse() {
        Place place = place();
        byte[] bytes = pdf("private " + place);
        String id = place.filePdf(bytes);
        as("officer", place.unit())
                .body("{\"reason\":\"x\"}")
                .post("/v1/evidence/" + id + "/purge")
                .then()
                .statusCode(403);

        as("organiser")
                .body("{\"reason\":\"identity card\"}")
                .post("/v1/evidence/" + id + "/purge")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("title", equalTo(""))
                .body("files[0].name", nullValue())
                .body("purged.reason", equalTo("identity card"));

        as("officer", place.unit())
                .get("/v1/evidence/" + id)
                .then()
                .body("status", equalTo("WITHDRAWN"))
                .body("purged.reason", equalTo("identity card"))
                .body("purged.by", equalTo("organiser"))
                .body("purged.byName", equalTo("Test organiser"))
                .body("title", equalTo(""))
                .body("files[0].name", nullValue())
                .body("files[0].status", nullValue())
                .body("files[0].size", equalTo(bytes.length));
        as("officer", place.unit())
                .get("/v1/evidence/" + id + "/content")
                .then()
                .statusCode(409)
                .body("type", equalTo("https://kongdee.org/problems/file-purged"));
        as("organiser")
                .body("{\"reason\":\"again\"}")
                .post("/v1/evidence/" + id + "/purge")
                .then()
                .statusCode(409);
        as("organiser")
                .get("/v1/collections/%s/units/%s".formatted(place.collection(), place.unit()))
                .then()
                .body("storedBytes", equalTo(0));
    }

    @Test
    void purgeIsAlsoWhatARepeatedUploadAndReviewAnswer() {
        Place place = place();
        byte[] bytes = pdf("repeated " + place);
        Supplier<ValidatableResponse> upload =
                () ->
                        upload(place.unit(), place.metadata(""))
                                .header("Idempotency-Key", "upload")
                                .multiPart("file", "private.pdf", bytes)
                                .post(place.files())
                                .then()
                                .statusCode(201);
        String id = upload.get().body("files[0].name", equalTo("private.pdf")).extract().path("id");
        Supplier<ValidatableResponse> review =
                () ->
                        as("assessor", "EXTERNAL")
                                .header("Idempotency-Key", "review")
                                .body("{\"decision\":\"ACCEPT\"}")
                                .post("/v1/evidence/" + id + "/review")
                                .then()
                                .statusCode(200);
        review.get().body("files[0].name", equalTo("private.pdf"));
        for (int i = 0; i < 2; i++) {
            as("organiser")
                    .header("Idempotency-Key", "purge")
                    .body("{\"reason\":\"identity card\"}")
                    .post("/v1/evidence/" + id + "/purge")
                    .then()
                    .statusCode(200)
                    .body("title", equalTo(""));
        }

        for (ValidatableResponse repeated : List.of(upload.get(), review.get())) {
            repeated.header("Idempotency-Replayed", equalTo("true"))
                    .header("ETag", equalTo("\"3\""))
                    .body("id", equalTo(id))
                    .body("title", equalTo(""))
                    .body("files[0].name", nullValue())
                    .body("purged.reason", equalTo("identity card"));
        }
    }

    @Test
    void purgeLeavesTheBytesThatOthersHaveToo() {
        Place place = place();
        byte[] bytes = pdf("shared " + place);
        String one = place.filePdf(bytes);
        String two = place.filePdf(bytes);
        as("organiser")
                .body("{\"reason\":\"x\"}")
                .post("/v1/evidence/" + one + "/purge")
                .then()
                .statusCode(200);
        assertThat(
                        as("officer", place.unit())
                                .get("/v1/evidence/" + two + "/content")
                                .asByteArray())
                .isEqualTo(bytes);
    }

    @Test
    void searchesByPlaceStatusDateAndThaiTextWithoutSpaces() {
        Place place = place();
        String one = place.fileLink(place.metadata(LINK));
        String two = place.filePdf(pdf("found " + place));
        place.accept(two);

        found(place, "q", "รับของขวัญ", one, two);
        found(place, "q", "ประกาศ.PDF", two);
        found(place, "q", "example.org", one);
        found(place, "q", "100%");
        found(place, "q", "_");
        found(place, "status", "ACCEPTED", two);
        found(place, "from", "2022-01-11");
        found(place, "to", "2022-01-10", one, two);
        found(place, "kind", "report");
        found(place, "slot", "1.1.2", one, two);
        as("viewer")
                .queryParam("status", "GOOD")
                .get(place.path())
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("status"));
        as("viewer").queryParam("from", "2565-01-01").get(place.path()).then().statusCode(400);
        assertThat(as("viewer").accept("application/x-ndjson").get(place.path()).asString().lines())
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/x-ndjson"})
    void findsNothingInACollectionThatIsNotThere(String type) {
        as("viewer")
                .accept(type)
                .get("/v1/collections/no-such/evidence")
                .then()
                .statusCode(404)
                .body("type", equalTo("https://kongdee.org/problems/not-found"));
    }

    private static void found(Place place, String parameter, String value, String... ids) {
        as("viewer")
                .queryParam(parameter, value)
                .get(place.path())
                .then()
                .statusCode(200)
                .body("total", equalTo(ids.length))
                .body("items.id", org.hamcrest.Matchers.containsInAnyOrder(ids));
    }

    @Test
    void searchesThaiByIndex() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local enable_seqscan = off");
            var plan = new StringBuilder();
            try (var rows =
                    statement.executeQuery(
                            "explain select id from item where search like '%รับของขวัญ%' escape '\\'")) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
            assertThat(plan).contains("ix_item_search");
            try (var rows = statement.executeQuery("select cardinality(show_trgm('รับของขวัญ'))")) {
                rows.next();
                assertThat(rows.getInt(1)).as("trigrams of a Thai text").isGreaterThan(5);
            }
        }
    }

    @Test
    void findsSaraAmHoweverItIsWritten() {
        Place place = place();
        String id = place.fileLink(place.metadata(LINK).replace("ประกาศงดรับของขวัญ", "คํารับรอง"));
        found(place, "q", "คำรับรอง", id);
    }

    /** The title stays as it was typed. */
    @ParameterizedTest
    @CsvSource({
        "'\u0E40\u0E40\u0E1C\u0E19 ๒๕๖๕', '\u0E41\u0E1C\u0E19 2565'",
        "'\u0E41\u0E1C\u0E19', '\u0E40\u0E40\u0E1C\u0E19'",
        "'\u0E17\u0E48\u0E35', '\u0E17\u0E35\u0E48'",
        "'\u0E19\u0E4D\u0E49\u0E32', '\u0E19\u0E49\u0E33'"
    })
    void findsWhatLooksTheSameHoweverItWasTyped(String typed, String asked) {
        Place place = place();
        String id = place.fileLink(place.metadata(LINK).replace("ประกาศงดรับของขวัญ", typed));

        found(place, "q", asked, id);
        as("viewer").get("/v1/evidence/" + id).then().body("title", equalTo(typed));
    }

    @Test
    void whatAnOfficerMayNotSeeLooksAsIfItWereNotThere() {
        Place place = place();
        String id = place.filePdf(pdf("secret " + place));
        String stranger = Api.freshUnit();
        for (String path : new String[] {"", "/history", "/content", "/files/1/content"}) {
            as("officer", stranger).get("/v1/evidence/" + id + path).then().statusCode(404);
        }
        as("officer", stranger)
                .header("If-Match", "*")
                .delete("/v1/evidence/" + id)
                .then()
                .statusCode(404);
        as("officer", stranger)
                .body("{\"decision\":\"ACCEPT\"}")
                .post("/v1/evidence/" + id + "/review")
                .then()
                .statusCode(404);
        as("officer", stranger)
                .queryParam("unit", place.unit())
                .get(place.path())
                .then()
                .statusCode(404);
        as("officer", stranger).get(place.path()).then().statusCode(200).body("total", equalTo(0));
        as("officer", place.unit()).get("/v1/evidence/" + UUID.randomUUID()).then().statusCode(404);
        as("officer", place.unit()).get("/v1/evidence/not-an-id").then().statusCode(404);
    }

    @Test
    void viewersReadAllButFiles() {
        Place place = place();
        String id = place.filePdf(pdf("viewed " + place));
        as("viewer").get("/v1/evidence/" + id).then().statusCode(200);
        as("viewer").get("/v1/evidence/" + id + "/content").then().statusCode(403);
        as("assessor", "EXTERNAL").get("/v1/evidence/" + id + "/content").then().statusCode(200);
        as("automation").get("/v1/evidence/" + id).then().statusCode(403);
    }
}
