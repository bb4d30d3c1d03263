package org.kongdee.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.kongdee.evidence.Api.as;
import static org.kongdee.evidence.Api.pdf;
import static org.kongdee.evidence.Api.place;
import static org.kongdee.evidence.Api.upload;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kongdee.evidence.Api.Place;
import org.kongdee.test.StackResource;
import org.kongdee.test.StatementCount;

/** How many statements a request costs; facts are counted where they are tested. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class StatementsResourceTest {

    /**
     * The place, the hold on the bytes, two locks, the place again under them, what the unit
     * stores, the item, the change feed, the end of the hold.
     */
    @Test
    void anUploadCostsEight() {
        Place place = place();
        byte[] bytes = pdf("counted " + place);

        int count = StatementCount.of(() -> place.filePdf(bytes));

        assertThat(count).isEqualTo(8);
    }

    /**
     * Two locks, the place under them, the item with what its caller may file of links, the change
     * feed.
     */
    @Test
    void aFiledLinkCostsFour() {
        Place place = place();

        int count =
                StatementCount.of(
                        () ->
                                place.fileLink(
                                        place.metadata("\"link\":\"https://www.example.org/\"")));

        assertThat(count).isEqualTo(4);
    }

    /**
     * Beside the four of a filed link: what it replaces with its files, other versions that wait,
     * those that were rejected, two steps of the history, what it replaces again.
     */
    @Test
    void aNewVersionCostsElevenHoweverManyThereAre() {
        Place place = place();
        String metadata = place.metadata("\"link\":\"https://www.example.org/\"");
        String[] id = {place.fileLink(metadata)};

        for (int i = 0; i < 3; i++) {
            int count =
                    StatementCount.of(
                            () ->
                                    id[0] =
                                            as("officer", place.unit())
                                                    .body(metadata)
                                                    .post("/v1/evidence/" + id[0] + "/versions")
                                                    .then()
                                                    .statusCode(201)
                                                    .extract()
                                                    .path("id"));

            assertThat(count).isEqualTo(11);
        }
    }

    /**
     * The item, its files, how its collection is reviewed, who filed what of it, its history, the
     * change feed, the item again.
     */
    @Test
    void aReviewCostsSevenHoweverManyFilesAreReviewed() {
        Place place = place();
        String id = twoFiles(place, 0);

        int count = StatementCount.of(() -> place.accept(id));

        assertThat(count).isEqualTo(7);
    }

    /**
     * The item, its collection, its history, the change feed, the item again; its files play no
     * part.
     */
    @Test
    void aWithdrawalCostsFiveHoweverManyFilesAreWithdrawn() {
        Place place = place();
        String id = twoFiles(place, 0);

        int count =
                StatementCount.of(
                        () ->
                                as("officer", place.unit())
                                        .header("If-Match", "\"1\"")
                                        .delete("/v1/evidence/" + id)
                                        .then()
                                        .statusCode(204));

        assertThat(count).isEqualTo(5);
    }

    @Test
    void whatIsFiledIsAnsweredAsItIsReadLater() {
        Place place = place();
        String filed =
                upload(
                                place.unit(),
                                place.metadata("\"description\":\"ก\",\"fields\":[\"b\",\"a\"]"))
                        .multiPart("file", "a.pdf", pdf("answered " + place))
                        .post(place.files())
                        .asString();

        String read =
                as("viewer").get("/v1/evidence/" + JsonPath.from(filed).getString("id")).asString();

        assertThat(filed).isEqualTo(read);
    }

    @Test
    void aDownloadCostsOne() {
        Place place = place();
        String id = place.filePdf(pdf("fetched " + place));

        int count =
                StatementCount.of(
                        () ->
                                as("officer", place.unit())
                                        .get("/v1/evidence/" + id + "/content")
                                        .then()
                                        .statusCode(200));

        assertThat(count).isOne();
    }

    @Test
    void anItemWithFilesCostsOne() {
        Place place = place();
        String id = twoFiles(place, 0);

        int count =
                StatementCount.of(
                        () ->
                                as("viewer")
                                        .get("/v1/evidence/" + id)
                                        .then()
                                        .body("files", hasSize(2)));

        assertThat(count).isOne();
    }

    @Test
    void aPageOfItemsCostsTheSameHoweverLongItIs() {
        Place place = place();
        twoFiles(place, 0);
        Runnable page =
                () ->
                        as("viewer")
                                .get(place.path())
                                .then()
                                .statusCode(200)
                                .body("items[0].files[1].status", equalTo("UNSCANNED"));
        int ofOne = StatementCount.of(page);
        for (int i = 1; i < 5; i++) {
            twoFiles(place, i);
        }

        int ofFive = StatementCount.of(page);

        assertThat(ofOne).isEqualTo(4);
        assertThat(ofFive).isEqualTo(ofOne);
    }

    @Test
    void allItemsStreamInOneStatementWithTheirFiles() {
        Place place = place();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.addFirst(twoFiles(place, i));
        }
        List<String> lines = new ArrayList<>();

        int count =
                StatementCount.of(
                        () ->
                                lines.addAll(
                                        as("viewer")
                                                .accept("application/x-ndjson")
                                                .get(place.path())
                                                .asString()
                                                .lines()
                                                .toList()));

        assertThat(count).as("that it is there, and all of it").isEqualTo(2);
        assertThat(lines)
                .zipSatisfy(
                        ids,
                        (line, id) ->
                                assertThat(line)
                                        .contains(
                                                id,
                                                "\"number\":1",
                                                "\"number\":2",
                                                "\"UNSCANNED\""));
    }

    @Test
    void aBinderReadsItsItemsInOneStatement() {
        Place place = place();
        for (int i = 0; i < 3; i++) {
            place.accept(twoFiles(place, i));
        }

        int count =
                StatementCount.of(
                        () ->
                                as("officer", place.unit())
                                        .get(
                                                "/v1/collections/%s/units/%s/binder.zip"
                                                        .formatted(
                                                                place.collection(), place.unit()))
                                        .then()
                                        .statusCode(200));

        assertThat(count).as("collection, slots, unit and items").isEqualTo(4);
    }

    private static String twoFiles(Place place, int i) {
        return upload(place.unit(), place.metadata(""))
                .multiPart("file", "a.pdf", pdf("a" + i + place))
                .multiPart("file", "b.pdf", pdf("b" + i + place))
                .post(place.files())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
