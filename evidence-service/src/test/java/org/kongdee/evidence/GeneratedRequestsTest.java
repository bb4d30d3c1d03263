package org.kongdee.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kongdee.evidence.Api.Place;
import org.kongdee.test.PublishedContract;
import org.kongdee.test.StackResource;
import org.kongdee.test.generated.GeneratedRun;
import org.kongdee.test.generated.Pool;
import org.kongdee.test.generated.RandomTokens;

/**
 * Every operation keeps the contract, whatever it is asked; and every example of the contract works
 * where what it names is there.
 */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
@TestProfile(GeneratedRequestsTest.OwnDatabase.class)
@Tag("slow")
class GeneratedRequestsTest {

    private static final Place PLACE = new Place("division-contest-2565", "SLK");

    /** Nobody else's data is in the way, nor this one's in theirs. */
    public static class OwnDatabase implements QuarkusTestProfile {

        /** One officer files more than anybody would. */
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("kongdee.evidence.links.most-an-hour", "100000");
        }
    }

    @Test
    void allAnswersKeepTheContract() {
        Api.put(PLACE, "OPEN", "PEER").statusCode(201);
        Api.enrol(PLACE.collection(), PLACE.unit());
        Pool pool =
                new Pool()
                        .add("collection", PLACE.collection())
                        .add("unit", PLACE.unit())
                        .add("id", PLACE.filePdf(Api.pdf("generated")))
                        .add("number", "1")
                        .add("slot", "1.1.2")
                        .add("slot", "2.4")
                        .add("kind", "communication")
                        .add("kind", "signed-agreement")
                        .add("channel", "line")
                        .add("section", "LEGAL")
                        .add("next", "");

        try (var run =
                new GeneratedRun(
                        PublishedContract.of("evidence-service"),
                        "http://localhost:" + RestAssured.port,
                        pool,
                        2565,
                        new RandomTokens(PLACE.unit()))) {
            run.run();

            assertThat(run.faults()).isEmpty();
            assertThat(run.withoutWorkingExample()).isEmpty();
            assertThat(run.neverRefused()).isEmpty();
        }
    }
}
