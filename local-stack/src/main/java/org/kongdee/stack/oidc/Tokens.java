package org.kongdee.stack.oidc;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.kongdee.stack.token.Identity;
import org.kongdee.stack.token.SigningKey;
import org.kongdee.stack.token.TokenMint;

/** Makes the tokens that clients are given, and reads those that come back. */
final class Tokens {

    static final Duration VALIDITY = Duration.ofMinutes(5);

    private final SigningKey key;
    private final TokenMint mint;
    private final String issuer;
    private final Clock clock;

    Tokens(SigningKey key, String issuer, Clock clock) {
        this.key = key;
        this.mint = new TokenMint(key, issuer, clock);
        this.issuer = issuer;
        this.clock = clock;
    }

    /** For the services. */
    String access(Identity identity) {
        return mint.mint(identity, VALIDITY);
    }

    /** Tells the frontend who has signed in (OpenID Connect Core, section 2). */
    String id(Grant grant, String accessToken) {
        JwtClaims claims = mint.claims(grant.identity(), VALIDITY);
        // What one may do is the services' business.
        claims.unsetClaim("groups");
        claims.setAudience(grant.client());
        claims.setClaim("auth_time", grant.signedInAt().getEpochSecond());
        claims.setStringClaim("sid", grant.session());
        claims.setStringClaim("at_hash", leftHalf(accessToken));
        if (grant.nonce() != null) {
            claims.setStringClaim("nonce", grant.nonce());
        }
        return mint.sign(claims.toJson());
    }

    /** What an access token of ours says; empty if it is none, or has expired. */
    Optional<JwtClaims> readAccess(String token) {
        JwtConsumer reader =
                signed().setSkipDefaultAudienceValidation()
                        .setRequireExpirationTime()
                        .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                        .build();
        return read(reader, token).filter(claims -> claims.hasClaim("groups"));
    }

    /** The sign-in that an ID token of ours tells of. */
    record SignIn(String client, String session) {}

    /** Empty if it is no ID token of ours; one that has expired is good enough to sign out. */
    Optional<SignIn> readId(String token) {
        // As if nothing had ever expired.
        JwtConsumer reader =
                signed().setSkipDefaultAudienceValidation()
                        .setEvaluationTime(NumericDate.fromSeconds(0))
                        .build();
        return read(reader, token).filter(claims -> claims.hasClaim("sid")).map(Tokens::signIn);
    }

    private JwtConsumerBuilder signed() {
        return new JwtConsumerBuilder()
                .setVerificationKey(key.verificationKey())
                .setJwsAlgorithmConstraints(
                        ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256)
                .setExpectedIssuer(issuer);
    }

    private static Optional<JwtClaims> read(JwtConsumer reader, String token) {
        try {
            return Optional.of(reader.processToClaims(token));
        } catch (InvalidJwtException e) {
            return Optional.empty();
        }
    }

    private static SignIn signIn(JwtClaims claims) {
        try {
            return new SignIn(claims.getAudience().getFirst(), claims.getStringClaimValue("sid"));
        } catch (MalformedClaimException e) {
            throw new IllegalStateException("we signed it, and did not write it", e);
        }
    }

    private static String leftHalf(String token) {
        byte[] hash = sha256(token);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOf(hash, hash.length / 2));
    }

    /** Compares secrets, and takes as long for a near miss as for a far one. */
    static boolean same(String a, String b) {
        return MessageDigest.isEqual(
                a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
