package org.kongdee.notification;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import org.kongdee.test.LoadTests;
import org.kongdee.test.StackResource;
import org.kongdee.test.TestTokens;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class LoadResourceTest extends LoadTests {

    LoadResourceTest() {
        super("/v1/recipients");
    }

    @Override
    protected Stream<Kind> kinds() {
        return Stream.of(
                new Kind(
                        "PUT",
                        "/v1/recipients/slow",
                        "application/json",
                        TestTokens.token("organiser")),
                new Kind(
                        "POST",
                        "/v1/recipients",
                        "application/x-ndjson",
                        TestTokens.token("organiser")),
                new Kind("POST", "/v1/recipients", "text/csv", TestTokens.token("organiser")),
                new Kind("PUT", "/v1/holidays/th", "text/calendar", TestTokens.token("organiser")),
                new Kind("POST", "/links/x", "application/x-www-form-urlencoded", null));
    }
}
