package org.kongdee.evidence.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.kongdee.evidence.Api.as;
import static org.kongdee.evidence.Api.place;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kongdee.evidence.Api;
import org.kongdee.evidence.Api.Place;
import org.kongdee.evidence.Feed;
import org.kongdee.test.StackResource;
import org.kongdee.test.StatementCount;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ChangeResourceTest {

    private static final String LINK = "\"link\":\"https://www.example.org/\"";

    @Inject DataSource database;

    @Test
    void tellsWhatWasTouchedSinceTheCursor() {
        Place place = place();
        String start = Feed.end();
        String id = place.fileLink(place.metadata(LINK));
        String filed =
                Feed.after(start)
                        .body("changes.collection", contains(place.collection()))
                        .body("changes.unit", contains(place.unit()))
                        .body("changes[0].slots", contains("1.1.2"))
                        .body("more", equalTo(false))
                        .extract()
                        .path("next");
        Feed.after(filed).body("changes", hasSize(0)).body("next", equalTo(filed));

        place.accept(id);
        String accepted = Feed.after(filed).body("changes", hasSize(1)).extract().path("next");
        as("officer", place.unit())
                .header("If-Match", "*")
                .delete("/v1/evidence/" + id)
                .then()
                .statusCode(204);
        Feed.after(accepted).body("changes", hasSize(1));
    }

    @Test
    void goesOnPageByPage() {
        String start = Feed.end();
        Place place = place();
        place.fileLink(place.metadata(LINK));
        String second = Api.freshUnit();
        Api.enrol(place.collection(), second);
        new Place(place.collection(), second)
                .fileLink(new Place(place.collection(), second).metadata(LINK));
        String next =
                Feed.after(start + "&limit=1")
                        .body("changes", hasSize(1))
                        .body("more", equalTo(true))
                        .extract()
                        .path("next");
        Feed.after(next + "&limit=1")
                .body("changes.unit", contains(second))
                .body("more", equalTo(false));
    }

    @Test
    void neverPassesAChangeThatCommitsLate() throws SQLException {
        String start = Feed.end();
        Place place = place();
        String second = Api.freshUnit();
        Api.enrol(place.collection(), second);
        try (Connection late = database.getConnection()) {
            late.setAutoCommit(false);
            try (var statement =
                    late.prepareStatement(
                            "insert into change (collection, unit, slot) values (?, ?, '2.4')")) {
                statement.setString(1, place.collection());
                statement.setString(2, second);
                statement.execute();
            }
            place.fileLink(place.metadata(LINK));
            String cursor =
                    Feed.after(start)
                            .body("changes.unit", contains(place.unit()))
                            .extract()
                            .path("next");
            Feed.after(cursor).body("changes", hasSize(0));

            late.commit();

            Feed.after(cursor).body("changes.unit", contains(second));
        }
    }

    @Test
    void tellsEveryChangeOfManyWritersToAReaderBesideThem() throws Exception {
        String start = Feed.end();
        Place place = place();
        List<String> units = java.util.stream.Stream.generate(Api::freshUnit).limit(20).toList();
        units.forEach(unit -> Api.enrol(place.collection(), unit));
        var seen = new java.util.TreeSet<String>();
        try (var pool = java.util.concurrent.Executors.newFixedThreadPool(6)) {
            for (String unit : units) {
                var own = new Place(place.collection(), unit);
                pool.execute(() -> own.fileLink(own.metadata(LINK)));
            }
            String cursor = start;
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (seen.size() < units.size() && System.nanoTime() < end) {
                var answer = Feed.after(cursor).extract();
                seen.addAll(answer.<List<String>>path("changes.unit"));
                cursor = answer.path("next");
            }
        }
        assertThat(seen).containsExactlyInAnyOrderElementsOf(units);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "YzE6LTE", "!!!", "YzI6MQ"})
    void refusesACursorOfElsewhere(String cursor) {
        as("service")
                .queryParam("after", cursor)
                .get("/v1/changes")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("after"));
    }

    @Test
    void isForServicesAndOrganisers() {
        as("organiser").get("/v1/changes").then().statusCode(200);
        as("officer", Api.freshUnit()).get("/v1/changes").then().statusCode(403);
        as("viewer").get("/v1/changes").then().statusCode(403);
    }

    @Test
    void isOneForAllCollections() {
        String start = Feed.end();
        Place one = place();
        Place other = place();
        one.fileLink(one.metadata(LINK));
        other.fileLink(other.metadata(LINK));

        Feed.after(start)
                .body(
                        "changes.collection",
                        containsInAnyOrder(one.collection(), other.collection()))
                .body("changes.unit", containsInAnyOrder(one.unit(), other.unit()));
    }

    @Test
    void writesNothingWhileNothingIsTouched() {
        String end = Feed.end();

        int count = StatementCount.of(() -> Feed.after(end).body("changes", hasSize(0)));

        assertThat(count).as("what is fresh, and what was touched").isEqualTo(2);
    }
}
