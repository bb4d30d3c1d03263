package org.kongdee.rubric.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kongdee.rubric.Api.eventually;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.kongdee.rubric.GuardedEvidence;
import org.kongdee.test.GuardedNeighbour.Seen;
import org.kongdee.test.OwnNeighbour;

/** The neighbour never sees a token that no longer holds, unless somebody has revoked it. */
@QuarkusTest
@TestProfile(TokenResourceTest.Guarded.class)
class TokenResourceTest {

    public static class Guarded extends OwnNeighbour {

        public Guarded() {
            super(GuardedEvidence.class);
        }
    }

    @Inject EvidenceClient evidence;

    @Test
    void aTokenIsRenewedBeforeItExpires() {
        GuardedEvidence.begin(Duration.ofSeconds(2));
        // What it had from another test holds no more.
        assertThat(evidence.touched(null).units()).isEmpty();
        int before = GuardedEvidence.seen().refused();

        eventually(
                30,
                () -> {
                    assertThat(evidence.touched(null).units()).isEmpty();
                    assertThat(GuardedEvidence.seen().lifetimes()).isGreaterThanOrEqualTo(4);
                });

        assertThat(GuardedEvidence.seen().refused()).isEqualTo(before);
    }

    @Test
    void aTokenThatHoldsIsUsedAgainAndOneThatIsRevokedIsReplacedByOneRepetition() {
        GuardedEvidence.begin(Duration.ofMinutes(10));
        assertThat(evidence.touched(null).next()).isEqualTo("0");
        Seen first = GuardedEvidence.seen();
        assertThat(evidence.touched(null).next()).isEqualTo("0");
        assertThat(GuardedEvidence.seen().issued()).isEqualTo(first.issued());

        GuardedEvidence.revoke();
        assertThat(evidence.touched(null).next()).isEqualTo("0");
        assertThat(evidence.touched(null).next()).isEqualTo("0");

        assertThat(GuardedEvidence.seen())
                .returns(first.issued() + 1, Seen::issued)
                .returns(first.answered() + 3, Seen::answered)
                .returns(first.refused() + 1, Seen::refused);
    }

    @Test
    void whatIsRefusedTwiceIsRefused() {
        GuardedEvidence.begin(Duration.ofMinutes(10));
        assertThat(evidence.touched(null).next()).isEqualTo("0");
        int before = GuardedEvidence.seen().refused();
        GuardedEvidence.close();

        assertThatThrownBy(() -> evidence.touched(null))
                .isInstanceOfSatisfying(
                        WebApplicationException.class,
                        refusal -> assertThat(refusal.getResponse().getStatus()).isEqualTo(401));

        assertThat(GuardedEvidence.seen().refused()).isEqualTo(before + 2);
    }
}
