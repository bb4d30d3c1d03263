package org.kongdee.evidence.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.kongdee.evidence.Api.as;
import static org.kongdee.evidence.Api.pdf;
import static org.kongdee.evidence.Api.place;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.kongdee.evidence.Api;
import org.kongdee.evidence.Api.Place;
import org.kongdee.evidence.Feed;
import org.kongdee.test.StackResource;
import org.kongdee.test.StatementCount;

/** What a neighbour keeps of a unit, and that the feed tells of each change of it. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class UnitItemResourceTest {

    private static final String LINK = "\"link\":\"https://www.example.org/\"";

    @Inject DataSource database;

    @Test
    void saysOfAnItemWhatPeopleAreToldOfIt() {
        Place place = place();
        byte[] bytes = pdf("told " + place);
        String id =
                Api.upload(place.unit(), place.metadata(LINK + ",\"fields\":[\"director\"]"))
                        .multiPart("file", "ประกาศ.pdf", bytes)
                        .multiPart("file", "b.pdf", pdf("b " + place))
                        .post(place.files())
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        items(place)
                .body("items[0].status", equalTo("PENDING"))
                .body("items[0].note", nullValue())
                .body("items[0].reviewedAt", nullValue());
        review(place, id, "ACCEPT", "ดีมาก");

        items(place)
                .body("items", hasSize(1))
                .body("items[0]", aMapWithSize(20))
                .body("items[0].id", equalTo(id))
                .body("items[0].version", equalTo(1))
                .body("items[0].slot", equalTo("1.1.2"))
                .body("items[0].kind", equalTo("communication"))
                .body("items[0].channel", equalTo("line"))
                .body("items[0].section", equalTo("LEGAL"))
                .body("items[0].date", equalTo("2022-01-10"))
                .body("items[0].coverage", nullValue())
                .body("items[0].fields", contains("director"))
                .body("items[0].title", equalTo("ประกาศงดรับของขวัญ"))
                .body("items[0].link", equalTo("https://www.example.org/"))
                .body("items[0].files.name", contains("ประกาศ.pdf", "b.pdf"))
                .body("items[0].files[0].sha256", matchesPattern("[0-9a-f]{64}"))
                .body("items[0].filedAt", notNullValue())
                .body("items[0].filedBy", equalTo("officer-" + place.unit()))
                .body("items[0].filedByName", equalTo("Test officer-" + place.unit()))
                .body("items[0].status", equalTo("ACCEPTED"))
                .body("items[0].note", equalTo("ดีมาก"))
                .body("items[0].reviewedAt", notNullValue())
                .body("items[0].accepted", equalTo(true))
                .body("items[0].withPending", equalTo(true));
    }

    @Test
    void listsWhatIsDatedOutsideThePeriodAndCountsNever() {
        Place place = place();
        String accepted = filed(place, "2021-07-31");
        place.accept(accepted);
        filed(place, "2022-07-31");

        items(place)
                .body("items.date", contains("2021-07-31", "2022-07-31"))
                .body("items.status", contains("ACCEPTED", "PENDING"))
                .body("items.accepted", contains(false, false))
                .body("items.withPending", contains(false, false));
    }

    @Test
    void listsWhatWasRejectedUntilItIsReplacedWithdrawnOrPurged() {
        Place place = place();
        String replaced = rejected(place, "2022-01-01");
        String withdrawn = rejected(place, "2022-01-02");
        String purged = rejected(place, "2022-01-03");
        items(place)
                .body("items.id", contains(replaced, withdrawn, purged))
                .body("items.status", contains("REJECTED", "REJECTED", "REJECTED"))
                .body("items.note", contains("ไม่ตรง", "ไม่ตรง", "ไม่ตรง"))
                .body("items.accepted", contains(false, false, false))
                .body("items.withPending", contains(false, false, false));

        String newer = version(place, replaced);
        withdraw(place, withdrawn);
        purge(purged);

        items(place).body("items.id", contains(newer)).body("items[0].version", equalTo(2));
    }

    @Test
    void listsTheAcceptedVersionBesideTheOneThatIsToReplaceIt() {
        Place place = place();
        String old = filed(place, "2022-01-10");
        place.accept(old);
        String newer = version(place, old);

        items(place)
                .body("items.find { it.id == '%s' }.accepted".formatted(old), equalTo(true))
                .body("items.find { it.id == '%s' }.withPending".formatted(old), equalTo(false))
                .body("items.find { it.id == '%s' }.accepted".formatted(newer), equalTo(false))
                .body("items.find { it.id == '%s' }.withPending".formatted(newer), equalTo(true));

        review(place, newer, "REJECT", "x");

        items(place)
                .body("items", hasSize(2))
                .body("items.find { it.id == '%s' }.withPending".formatted(old), equalTo(true))
                .body("items.find { it.id == '%s' }.status".formatted(newer), equalTo("REJECTED"));
    }

    /** Each of these changes the answer, so who keeps it must hear of it. */
    @Test
    void theFeedTellsOfEveryChangeOfTheAnswer() {
        Place place = place();
        String id = filed(place, "2022-01-10");
        tells(
                place,
                () ->
                        as("officer", place.unit())
                                .header("If-Match", "*")
                                .body("{\"title\":\"นโยบาย\"}")
                                .patch("/v1/evidence/" + id)
                                .then()
                                .statusCode(200));
        items(place).body("items.title", contains("นโยบาย"));
        tells(place, () -> review(place, id, "REJECT", "x"));
        tells(place, () -> version(place, id));
        String other = filed(place, "2022-01-11");
        tells(place, () -> place.accept(other));
        tells(place, () -> withdraw(place, other));
        String rejected = rejected(place, "2022-01-12");
        tells(place, () -> purge(rejected));
        tells(place, () -> Api.put(place, "OPEN", "PEER", "2022-07-29").statusCode(200));
    }

    private static void tells(Place place, Runnable change) {
        String start = Feed.end();
        change.run();
        Feed.after(start)
                .body("changes.unit", contains(place.unit()))
                .body("changes[0].slots", contains("1.1.2"));
    }

    /** Whether the unit is there, and its items with their files. */
    @Test
    void costsTwoStatementsHoweverManyItemsThereAre() throws SQLException {
        Place place = place();
        place.filePdf(pdf("counted " + place));
        assertThat(StatementCount.of(() -> items(place).body("items", hasSize(1)))).isEqualTo(2);
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            assertThat(
                            statement.executeUpdate(
                                    """
                                    insert into item (id, collection, unit, slot, kind, title, description, date, fields, link, link_status,
                                                      status, version, uploaded_by, uploaded_at, search, revision, changed_at, changed_by)
                                    select gen_random_uuid(), '%s', '%s', '1.1.2', 'report', 'x', '', date '2022-01-01', '{}',
                                           'https://www.example.org/', 'HEALTHY', 'ACCEPTED', 1, 'x', now(), '', 1, now(), 'x'
                                      from generate_series(1, 2000)
                                    """
                                            .formatted(place.collection(), place.unit())))
                    .isEqualTo(2000);
        }

        int count = StatementCount.of(() -> items(place).body("items", hasSize(2001)));

        assertThat(count).isEqualTo(2);
    }

    @Test
    void knowsNoOtherCollectionsAndUnits() {
        Place place = place();
        as("service")
                .get("/v1/collections/nothing/units/%s/items".formatted(place.unit()))
                .then()
                .statusCode(404)
                .body("detail", containsString("collection"));
        as("service")
                .get("/v1/collections/%s/units/NOBODY/items".formatted(place.collection()))
                .then()
                .statusCode(404)
                .body("detail", containsString("unit"));
    }

    private static ValidatableResponse items(Place place) {
        return as("service")
                .get(
                        "/v1/collections/%s/units/%s/items"
                                .formatted(place.collection(), place.unit()))
                .then()
                .statusCode(200)
                .body("unit", equalTo(place.unit()));
    }

    private static String filed(Place place, String date) {
        return place.fileLink(place.metadata(LINK).replace("2022-01-10", date));
    }

    private static String rejected(Place place, String date) {
        String id = filed(place, date);
        review(place, id, "REJECT", "ไม่ตรง");
        return id;
    }

    private static void review(Place place, String id, String decision, String note) {
        as("colleague", "officer", place.unit())
                .body("{\"decision\":\"%s\",\"note\":\"%s\"}".formatted(decision, note))
                .post("/v1/evidence/" + id + "/review")
                .then()
                .statusCode(200);
    }

    private static String version(Place place, String id) {
        return as("officer", place.unit())
                .body(place.metadata(LINK))
                .post("/v1/evidence/" + id + "/versions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void withdraw(Place place, String id) {
        as("officer", place.unit())
                .header("If-Match", "*")
                .delete("/v1/evidence/" + id)
                .then()
                .statusCode(204);
    }

    private static void purge(String id) {
        as("organiser")
                .body("{\"reason\":\"x\"}")
                .post("/v1/evidence/" + id + "/purge")
                .then()
                .statusCode(200);
    }
}
