package org.kongdee.rubric;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kongdee.test.Refusal;
import org.kongdee.test.StackResource;

/** A database that goes away while a request runs is told as that, whenever it goes. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class DatabaseAwayResourceTest {

    /** The server ends the connection of whoever writes such a unit, as a restart of it would. */
    private static final String DIES =
            """
            create or replace function dies() returns trigger language plpgsql as $$
            begin
                perform pg_terminate_backend(pg_backend_pid());
                return new;
            end;
            $$;
            create %s trigger ck_dies_%s %s insert on unit %s for each row
                when (new.unit like 'DIES-%s%%') execute function dies();
            """;

    @ParameterizedTest
    @CsvSource({
        "STATEMENT, '', before, ''",
        "COMMIT, constraint, after, deferrable initially deferred"
    })
    void isAskedForLater(String when, String kind, String moment, String timing) {
        Refusal.asOwner(DIES.formatted(kind, when.toLowerCase(Locale.ROOT), moment, timing, when));

        Api.as("organiser")
                .body("{\"title\":{\"en\":\"Unit\",\"th\":\"หน่วย\"}}")
                .put("/v1/units/DIES-" + when)
                .then()
                .statusCode(503)
                .header("Retry-After", matchesPattern("\\d+"))
                .body("type", equalTo("https://kongdee.org/problems/unavailable"));

        Api.as("organiser").get("/v1/units/DIES-" + when).then().statusCode(404);
    }
}
