package org.kongdee.stack.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Makes signed tokens (JWT, RS256). */
public final class TokenMint {

    private final SigningKey key;
    private final String issuer;
    private final Clock clock;

    public TokenMint(SigningKey key, String issuer, Clock clock) {
        this.key = key;
        this.issuer = issuer;
        this.clock = clock;
    }

    public String mint(Identity identity, Duration validity) {
        return sign(claims(identity, validity).toJson());
    }

    /** What a token says, still to be signed. */
    public JwtClaims claims(Identity identity, Duration validity) {
        Instant now = clock.instant();
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setJwtId(UUID.randomUUID().toString());
        claims.setSubject(identity.subject());
        claims.setAudience(identity.audience());
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(now.plus(validity).getEpochSecond()));
        claims.setStringClaim("name", identity.name());
        claims.setStringListClaim(
                "groups", identity.roles().stream().map(Role::wireName).sorted().toList());
        if (identity.unit() != null) {
            claims.setStringClaim("unit", identity.unit());
        }
        return claims;
    }

    /**
     * A token that says just this.
     *
     * @param claims a JSON object
     */
    public String sign(String claims) {
        JsonWebSignature token = new JsonWebSignature();
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        token.setHeader("typ", "JWT");
        token.setKeyIdHeaderValue(key.key().getKeyId());
        token.setKey(key.key().getPrivateKey());
        token.setPayload(claims);
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("cannot sign a token", e);
        }
    }
}
