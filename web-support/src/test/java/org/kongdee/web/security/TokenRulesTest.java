package org.kongdee.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenRulesTest {

    private static final Instant NOW = Instant.parse("2022-01-15T01:00:00Z");

    /** A token that says no more than these claims. */
    private record Token(Map<String, Object> claims) implements JsonWebToken {

        @Override
        public String getName() {
            return "somebody";
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

    private static boolean holds(String claim, @Nullable Object value) {
        Map<String, Object> claims = new HashMap<>();
        claims.put("sub", "somebody");
        claims.put("iat", NOW.getEpochSecond());
        claims.put("unit", "SLK");
        claims.remove(claim);
        if (value != null) {
            claims.put(claim, value);
        }
        return TokenRules.holds(new Token(claims), NOW);
    }

    @Test
    void takesWhoSaysWhoItIs() {
        assertThat(holds("sub", "สมหญิง@slk.example")).isTrue();
        assertThat(holds("unit", null)).isTrue();
        assertThat(holds("unit", "HR-DEVELOPMENT")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\u0000b", "\u202eb", "a\nb", "\uD83D"})
    void isNobodyIfWhoItIsCannotBeStored(String claim) {
        assertThat(holds("sub", claim)).isFalse();
        assertThat(holds("unit", claim)).isFalse();
    }

    @Test
    void takesNoUnitThatIsNoKey() {
        assertThat(holds("unit", "slk")).isFalse();
        assertThat(holds("unit", 7)).isFalse();
        assertThat(holds("unit", List.of("SLK"))).isFalse();
    }

    @Test
    void isOfTodayGiveOrTakeAMinute() {
        assertThat(holds("iat", NOW.minus(Duration.ofHours(24)).getEpochSecond())).isTrue();
        assertThat(holds("iat", NOW.plusSeconds(60).getEpochSecond())).isTrue();
        assertThat(holds("iat", NOW.plusSeconds(61).getEpochSecond())).isFalse();
        assertThat(holds("iat", NOW.minus(Duration.ofHours(24)).getEpochSecond() - 61)).isFalse();
        assertThat(holds("iat", null)).isFalse();
    }
}
