package org.kongdee.notification.milestone;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kongdee.notification.GuardedRubric;
import org.kongdee.test.GuardedNeighbour.Seen;
import org.kongdee.test.StackResource;

/** The neighbour never sees a token that no longer holds, unless somebody has revoked it. */
@QuarkusTest
@TestProfile(TokenResourceTest.Guarded.class)
class TokenResourceTest {

    /** With this neighbour in the place of the one that other tests share. */
    public static class Guarded implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(
                    new TestResourceEntry(StackResource.class),
                    new TestResourceEntry(GuardedRubric.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    @Inject RubricClient rubric;

    @Test
    void aTokenIsRenewedBeforeItExpires() {
        GuardedRubric.begin(ofSeconds(2));
        // What it had from another test holds no more.
        assertThat(rubric.touched(null).cycles()).isEmpty();
        int before = GuardedRubric.seen().refused();

        await().atMost(ofSeconds(30))
                .untilAsserted(
                        () -> {
                            assertThat(rubric.touched(null).cycles()).isEmpty();
                            assertThat(GuardedRubric.seen().lifetimes()).isGreaterThanOrEqualTo(4);
                        });

        assertThat(GuardedRubric.seen().refused()).isEqualTo(before);
    }

    /** Whether the client throws what is refused, or is given it as an answer with headers. */
    @Test
    void aTokenThatIsRevokedIsReplacedByOneRepetition() {
        GuardedRubric.begin(ofMinutes(10));
        assertThat(rubric.touched(null).cycles()).isEmpty();
        Seen first = GuardedRubric.seen();

        GuardedRubric.revoke();
        assertThat(rubric.touched(null).cycles()).isEmpty();
        assertThat(rubric.touched(null).cycles()).isEmpty();
        GuardedRubric.revoke();
        assertThat(rubric.cycles()).isEmpty();
        assertThat(rubric.cycles()).isEmpty();

        assertThat(GuardedRubric.seen())
                .returns(first.issued() + 2, Seen::issued)
                .returns(first.answered() + 4, Seen::answered)
                .returns(first.refused() + 2, Seen::refused);
    }
}
