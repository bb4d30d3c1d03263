package org.kongdee.rubric;

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
        super("/v1/units");
    }

    @Override
    protected Stream<Kind> kinds() {
        return Stream.of(
                new Kind(
                        "PUT", "/v1/units/SLOW", "application/json", TestTokens.token("organiser")),
                new Kind("POST", "/v1/units", "application/json", TestTokens.token("organiser")),
                new Kind(
                        "POST", "/v1/units", "application/x-ndjson", TestTokens.token("organiser")),
                new Kind(
                        "POST",
                        "/v1/cycles/none/scores",
                        "application/x-ndjson",
                        TestTokens.token("automation")),
                new Kind("POST", "/v1/rubrics", "application/yaml", TestTokens.token("author")));
    }
}
