package org.kongdee.evidence.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.kongdee.evidence.Api.as;
import static org.kongdee.evidence.Api.place;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
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
import org.kongdee.stack.test.StackResource;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class FormerPathsResourceTest {

    private static final String LINK = "\"link\":\"https://www.example.org/\"";

    @Inject DataSource database;

    @Test
    void tellsWhatWasTouchedSinceTheCursor() {
        Place place = place();
        String start = changes(place, "").body("changes", hasSize(0)).extract().path("next");
        String id = place.fileLink(place.metadata(LINK));
        String filed =
                changes(place, start)
                        .body("changes.unit", contains(place.unit()))
                        .body("changes[0].slots", contains("1.1.2"))
                        .body("more", equalTo(false))
                        .extract()
                        .path("next");
        changes(place, filed).body("changes", hasSize(0)).body("next", equalTo(filed));

        place.accept(id);
        String accepted = changes(place, filed).body("changes", hasSize(1)).extract().path("next");
        as("officer", place.unit())
                .header("If-Match", "*")
                .delete("/v1/evidence/" + id)
                .then()
                .statusCode(204);
        changes(place, accepted).body("changes", hasSize(1));
    }

    @Test
    void goesOnPageByPage() {
        Place place = place();
        place.fileLink(place.metadata(LINK));
        String second = Api.freshUnit();
        Api.enrol(place.collection(), second);
        new Place(place.collection(), second)
                .fileLink(new Place(place.collection(), second).metadata(LINK));
        String next =
                changes(place, "&limit=1")
                        .body("changes", hasSize(1))
                        .body("more", equalTo(true))
                        .extract()
                        .path("next");
        changes(place, next + "&limit=1")
                .body("changes.unit", contains(second))
                .body("more", equalTo(false));
    }

    @Test
    void neverPassesAChangeThatCommitsLate() throws SQLException {
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
                    changes(place, "")
                            .body("changes.unit", contains(place.unit()))
                            .extract()
                            .path("next");
            changes(place, cursor).body("changes", hasSize(0));

            late.commit();

            changes(place, cursor).body("changes.unit", contains(second));
        }
    }

    @Test
    void tellsEveryChangeOfManyWritersToAReaderBesideThem() throws Exception {
        Place place = place();
        List<String> units = java.util.stream.Stream.generate(Api::freshUnit).limit(20).toList();
        units.forEach(unit -> Api.enrol(place.collection(), unit));
        var seen = new java.util.TreeSet<String>();
        try (var pool = java.util.concurrent.Executors.newFixedThreadPool(6)) {
            for (String unit : units) {
                var own = new Place(place.collection(), unit);
                pool.execute(() -> own.fileLink(own.metadata(LINK)));
            }
            String cursor = "";
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (seen.size() < units.size() && System.nanoTime() < end) {
                var answer = changes(place, cursor).extract();
                seen.addAll(answer.<List<String>>path("changes.unit"));
                cursor = answer.path("next");
            }
        }
        assertThat(seen).containsExactlyInAnyOrderElementsOf(units);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "YzE6LTE", "!!!", "YzI6MQ"})
    void refusesACursorOfElsewhere(String cursor) {
        Place place = place();
        as("service")
                .queryParam("after", cursor)
                .get("/v1/collections/%s/changes".formatted(place.collection()))
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("after"));
    }

    @Test
    void isForServicesAndOrganisers() {
        Place place = place();
        String path = "/v1/collections/%s/changes".formatted(place.collection());
        as("organiser").get(path).then().statusCode(200);
        as("officer", place.unit()).get(path).then().statusCode(403);
        as("viewer").get(path).then().statusCode(403);
        as("service").get("/v1/collections/nothing/changes").then().statusCode(404);
    }

    private static ValidatableResponse changes(Place place, String after) {
        return as("service")
                .get("/v1/collections/%s/changes?after=%s".formatted(place.collection(), after))
                .then()
                .statusCode(200);
    }
}
