package org.kongdee.stack.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kongdee.stack.oidc.RunningProvider.REDIRECT;
import static org.kongdee.stack.oidc.RunningProvider.VERIFIER;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kongdee.stack.token.Identity;
import org.kongdee.stack.token.Role;

class GrantsTest {

    private final Grants grants = new Grants(Clock.systemUTC(), 3);

    @Test
    void keepsAsManyAsItMayAndDropsTheOldest() {
        String oldest = begin("1");
        String second = begin("2");
        begin("3");
        begin("4");

        assertThat(grants.size()).isEqualTo(3);
        assertThatThrownBy(() -> redeem(oldest)).isInstanceOf(OAuthError.class);
        assertThat(redeem(second).grant().session()).isEqualTo("2");
    }

    private String begin(String session) {
        Identity who = new Identity("a", "A", Set.of(Role.VIEWER), null, List.of());
        return grants.begin(
                new Grant(
                        session,
                        who,
                        "web",
                        REDIRECT,
                        RunningProvider.challenge(VERIFIER),
                        Set.of(),
                        null,
                        Clock.systemUTC().instant()));
    }

    private Grants.Continued redeem(String code) {
        return grants.redeem(code, "web", REDIRECT, VERIFIER);
    }
}
