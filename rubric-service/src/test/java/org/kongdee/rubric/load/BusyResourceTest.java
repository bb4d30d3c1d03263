package org.kongdee.rubric.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kongdee.rubric.Api.as;
import static org.kongdee.rubric.Api.freshUnit;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kongdee.rubric.Contest;
import org.kongdee.test.StackResource;

/** A database that is busy makes nobody wait for long who could not be served soon. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
@TestProfile(BusyResourceTest.SmallPool.class)
class BusyResourceTest {

    private static final int PLACES = 4 * 2;

    public static class SmallPool implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.datasource.jdbc.max-size", "2");
        }
    }

    @Inject DataSource database;

    @Test
    @Timeout(60)
    void sendsAwayWhoeverFindsNoPlaceForTwoSeconds() throws Exception {
        String unit = freshUnit();
        Contest.unit(unit);
        var answers = new ArrayList<Future<Response>>();
        try (Connection busy = database.getConnection();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            busy.setAutoCommit(false);
            try (var lock = busy.createStatement()) {
                lock.execute("lock table unit in access exclusive mode");
            }
            for (int i = 0; i < PLACES + 4; i++) {
                answers.add(threads.submit(() -> as("organiser").get("/v1/units/" + unit)));
            }
            List<Response> sentAway;
            do {
                Thread.sleep(100);
                sentAway =
                        answers.stream()
                                .filter(Future::isDone)
                                .map(Future::resultNow)
                                .filter(answer -> "2".equals(answer.header("Retry-After")))
                                .toList();
            } while (sentAway.size() < 4);
            assertThat(sentAway).hasSize(4);
            sentAway.getFirst().then().statusCode(503);
            assertThat(sentAway.getFirst().jsonPath().getString("detail"))
                    .startsWith("Too many requests");
            busy.rollback();
        }
        as("organiser").get("/v1/units/" + unit).then().statusCode(200);
    }
}
