package org.kongdee.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.kongdee.notification.Api.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kongdee.test.StackResource;

/** The addresses of links and calendars are secrets, and nobody finds one by trying. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
@TestProfile(GuessResourceTest.Few.class)
class GuessResourceTest {

    public static class Few implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "kongdee.limits.failures-per-second", "1",
                    "kongdee.limits.failures-burst", "10");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/links/guess%d", "/v1/calendars/guess%d.ics"})
    void isToldToComeAgainWhoeverTriesManyAddresses(String path) {
        int tries = 0;
        int status = 404;
        while (status == 404 && tries < 60) {
            status = given().get(path.formatted(tries++)).statusCode();
        }
        assertThat(status).isEqualTo(429);
        as("organiser").get("/v1/recipients").then().statusCode(200);
    }
}
