package org.kongdee.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.security.Principal;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallerTest {

    private static final String EMOJI = "\uD83D\uDE00";

    /** A token that says no more than these claims. */
    private record Token(Map<String, Object> claims) implements JsonWebToken {

        @Override
        public String getName() {
            return claims.getOrDefault("sub", "somebody").toString();
        }

        @Override
        public Set<String> getClaimNames() {
            return claims.keySet();
        }

        @Override
        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
        public <T> @Nullable T getClaim(String name) {
            return (T) claims.get(name);
        }
    }

    private static @Nullable String nameOf(Principal principal) {
        return caller(principal).name();
    }

    private static Caller caller(Principal principal) {
        return new Caller(QuarkusSecurityIdentity.builder().setPrincipal(principal).build());
    }

    private static @Nullable String name(Object claim) {
        return nameOf(new Token(Map.of("name", claim)));
    }

    @Test
    void isWhatTheTokenSays() {
        assertThat(name("สมหญิง ใจดี")).isEqualTo("สมหญิง ใจดี");
        assertThat(name(" Ann ")).isEqualTo("Ann");
    }

    @Test
    void isNothingWhereTheTokenSaysNothing() {
        assertThat(nameOf(new Token(Map.of()))).isNull();
        assertThat(nameOf(new QuarkusPrincipal("somebody"))).isNull();
        assertThat(name(42)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\n\t", "\u0000", "\u2003"})
    void isNothingIfBlank(String claim) {
        assertThat(name(claim)).isNull();
    }

    @Test
    void hasNoControlCharactersAndNoHalvesOfCharacters() {
        assertThat(name("A\u0000n\r\nn\u0085\u007f")).isEqualTo("Ann");
        assertThat(name("Ann\uD83D")).isEqualTo("Ann");
        assertThat(name("\n Ann \n")).isEqualTo("Ann");
        assertThat(name("\u202eAnn\u2069 \u061c\u2028")).isEqualTo("Ann");
    }

    @Test
    void isCutBetweenCharacters() {
        assertThat(name(EMOJI.repeat(200))).isEqualTo(EMOJI.repeat(200));
        assertThat(name("a" + EMOJI.repeat(300))).isEqualTo("a" + EMOJI.repeat(199));
        assertThat(name("a".repeat(199) + " b")).isEqualTo("a".repeat(199));
    }
}
