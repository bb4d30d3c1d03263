package org.kongdee.evidence.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.kongdee.evidence.Api.as;
import static org.kongdee.evidence.Api.pdf;
import static org.kongdee.evidence.Api.place;
import static org.kongdee.evidence.Api.upload;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.kongdee.evidence.Api;
import org.kongdee.evidence.Api.Place;
import org.kongdee.test.StackResource;

/** How many links a caller may file in an hour. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class LinkAllowanceResourceTest {

    private static final String LINK = "\"link\":\"https://www.example.org/page\"";

    @Inject DataSource database;

    @ConfigProperty(name = "kongdee.evidence.links.most-an-hour")
    int most;

    @Test
    void aCallerFilesSoManyLinksAnHourInWhicheverWay() throws Exception {
        Place place = place();
        String first = place.fileLink(place.metadata(LINK));
        version(place, first).statusCode(201);
        link(place, "another").statusCode(201);
        taken(place, most - 4, "20 minutes");
        file(place, LINK).statusCode(201);

        link(place, "another")
                .statusCode(429)
                .body("type", equalTo("https://kongdee.org/problems/too-many-requests"))
                .body(
                        "detail",
                        equalTo("A caller files at most %d links an hour.".formatted(most)));
        version(place, first).statusCode(409);
        String last = as("viewer").get(place.path()).path("items[0].id");
        version(place, last).statusCode(429);
        file(place, LINK).statusCode(429);

        as("viewer").get(place.path()).then().body("total", equalTo(4));
        as("viewer").get("/v1/evidence/" + last).then().body("status", equalTo("PENDING"));
        file(place, "").statusCode(201);
        as("colleague", "officer", place.unit())
                .body(place.metadata(LINK))
                .post(place.path())
                .then()
                .statusCode(201);
    }

    @Test
    void saysWhenThereIsRoomAgainAndThereIs() throws Exception {
        Place place = place();
        link(place, "first").statusCode(201);
        taken(place, most - 2, "30 minutes");
        taken(place, 1, "59 minutes 40 seconds");

        int seconds =
                Integer.parseInt(link(place, "x").statusCode(429).extract().header("Retry-After"));
        assertThat(seconds).isBetween(1, 20);

        passes(place, "20 seconds");
        link(place, "x").statusCode(201);
        seconds =
                Integer.parseInt(link(place, "x").statusCode(429).extract().header("Retry-After"));
        assertThat(seconds).isBetween(1701, 1780);
    }

    /** In as many collections, so that nothing else lets them in one after the other. */
    @Test
    void ofManyAtOnceNoMoreGetThrough() throws Exception {
        List<Place> places = new ArrayList<>(List.of(place()));
        String unit = places.getFirst().unit();
        for (int i = 0; i < 3; i++) {
            var other = new Place(place().collection(), unit);
            Api.enrol(other.collection(), unit);
            places.add(other);
        }
        link(places.getFirst(), "first").statusCode(201);
        taken(places.getFirst(), most - 2, "30 minutes");

        List<Callable<Integer>> filings = new ArrayList<>();
        places.forEach(place -> filings.add(() -> link(place, "x").extract().statusCode()));
        List<Integer> statuses = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(places.size())) {
            for (Future<Integer> status : threads.invokeAll(filings)) {
                statuses.add(status.get());
            }
        }

        assertThat(statuses).containsExactlyInAnyOrder(201, 429, 429, 429);
    }

    private static ValidatableResponse link(Place place, String page) {
        return as("officer", place.unit())
                .body(place.metadata(LINK.replace("page", page)))
                .post(place.path())
                .then();
    }

    private static ValidatableResponse version(Place place, String id) {
        return as("officer", place.unit())
                .body(place.metadata(LINK))
                .post("/v1/evidence/" + id + "/versions")
                .then();
    }

    private static ValidatableResponse file(Place place, String more) {
        return upload(place.unit(), place.metadata(more))
                .multiPart("file", "a.pdf", pdf("beside a link " + place))
                .post(place.files())
                .then();
    }

    /** As if the officer had filed so many links more, so long ago. */
    private void taken(Place place, int links, String ago) throws SQLException {
        change(
                place,
                "taken || array(select now() - interval '%s' from generate_series(1, %d))"
                        .formatted(ago, links));
    }

    /** As if it were so much later. */
    private void passes(Place place, String time) throws SQLException {
        change(place, "array(select t - interval '%s' from unnest(taken) t)".formatted(time));
    }

    private void change(Place place, String taken) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            assertThat(
                            statement.executeUpdate(
                                    "update link_allowance set taken = %s where caller = 'officer-%s'"
                                            .formatted(taken, place.unit())))
                    .isOne();
        }
    }
}
