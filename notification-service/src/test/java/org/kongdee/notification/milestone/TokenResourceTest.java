package org.kongdee.notification.milestone;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.kongdee.notification.GuardedRubric;
import org.kongdee.test.GuardedNeighbour.Seen;
import org.kongdee.test.OwnNeighbour;

/** The neighbour never sees a token that no longer holds, unless somebody has revoked it. */
@QuarkusTest
@TestProfile(TokenResourceTest.Guarded.class)
class TokenResourceTest {

    public static class Guarded extends OwnNeighbour {

        public Guarded() {
            super(GuardedRubric.class);
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
