package org.kongdee.stack.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenMintTest {

    private static final String ISSUER = "http://localhost:8084";
    private static final Identity OFFICER =
            new Identity(
                    "somchai", "สมชาย", Set.of(Role.OFFICER), "SLK", List.of("rubric-service"));

    private final SigningKey key = SigningKey.generate();

    @TempDir Path folder;

    @Test
    void saysWhoAndWhatFor() throws Exception {
        String token =
                new TokenMint(key, ISSUER, Clock.systemUTC()).mint(OFFICER, Duration.ofHours(12));

        JwtClaims claims = verifier("rubric-service").processToClaims(token);
        assertThat(claims.getSubject()).isEqualTo("somchai");
        assertThat(claims.getStringClaimValue("name")).isEqualTo("สมชาย");
        assertThat(claims.getStringClaimValue("unit")).isEqualTo("SLK");
        assertThat(claims.getStringListClaimValue("groups")).containsExactly("officer");
        assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
                .isEqualTo(Duration.ofHours(12).toSeconds());
    }

    @Test
    void isGoodForNoOtherService() throws Exception {
        String token =
                new TokenMint(key, ISSUER, Clock.systemUTC()).mint(OFFICER, Duration.ofHours(12));
        JwtConsumer other = verifier("evidence-service");

        assertThatThrownBy(() -> other.processToClaims(token))
                .isInstanceOf(InvalidJwtException.class);
    }

    @Test
    void keepsTheKeyForItsOwnerAlone() throws Exception {
        String first = SigningKey.in(folder).publicKey();

        assertThat(SigningKey.in(folder).publicKey()).isEqualTo(first);
        assertThat(Files.getPosixFilePermissions(folder.resolve("signing-key")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void publishesThePublicHalfOnly() throws Exception {
        assertThat(new JsonWebKeySet(key.jwks()).getJsonWebKeys())
                .singleElement()
                .satisfies(
                        published -> assertThat(published.getKey()).isInstanceOf(PublicKey.class));
        assertThat(key.jwks()).doesNotContain("\"d\"");
    }

    @Test
    void refusesAnOfficerWithoutUnit() {
        assertThatThrownBy(() -> new Identity("a", "a", Set.of(Role.OFFICER), null, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the role officer needs a unit");
    }

    @Test
    void refusesAnUnknownRoleAndNamesTheKnown() {
        assertThatThrownBy(() -> Role.of("king"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("king")
                .hasMessageContaining("organiser");
    }

    private JwtConsumer verifier(String audience) throws Exception {
        PublicKey published =
                KeyFactory.getInstance("RSA")
                        .generatePublic(
                                new X509EncodedKeySpec(
                                        Base64.getDecoder().decode(key.publicKey())));
        return new JwtConsumerBuilder()
                .setVerificationKey(published)
                .setJwsAlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, "RS256")
                .setExpectedIssuer(ISSUER)
                .setExpectedAudience(audience)
                .setRequireExpirationTime()
                .build();
    }
}
