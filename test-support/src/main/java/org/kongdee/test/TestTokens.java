package org.kongdee.test;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jose4j.json.JsonUtil;
import org.jspecify.annotations.Nullable;
import org.kongdee.stack.http.LoopbackServer;
import org.kongdee.stack.oidc.Client;
import org.kongdee.stack.oidc.Provider;
import org.kongdee.stack.people.People;
import org.kongdee.stack.token.Identity;
import org.kongdee.stack.token.Role;
import org.kongdee.stack.token.SigningKey;
import org.kongdee.stack.token.TokenMint;

/**
 * Tokens that a service under {@link StackResource} accepts, good for every service for an hour.
 */
public final class TestTokens {

    /** By which all of them name who made them. */
    public static final String ISSUER = "http://localhost:8084";

    private static final String KEY = "kongdee.test.signing-key";
    private static final List<String> ALL_SERVICES =
            List.of("rubric-service", "evidence-service", "notification-service");

    private TestTokens() {}

    /** A token of somebody in {@code role} who belongs to no unit. */
    public static String token(String role) {
        return token(role, null);
    }

    /**
     * A token of somebody in {@code role} of {@code unit}; the subject is {@code role} or {@code
     * role-unit}.
     */
    public static String token(String role, @Nullable String unit) {
        return token(unit == null ? role : role + "-" + unit, role, unit);
    }

    /** A token of a certain person. */
    public static String token(String subject, String role, @Nullable String unit) {
        return token(subject, Set.of(role), unit, ALL_SERVICES);
    }

    /** A token of a certain person, who is called {@code name}. */
    public static String named(String subject, String name, String role, @Nullable String unit) {
        var identity = new Identity(subject, name, Set.of(Role.of(role)), unit, ALL_SERVICES);
        return new TokenMint(key(), ISSUER, Clock.systemUTC()).mint(identity, Duration.ofHours(1));
    }

    /** A token with several roles, or for other services. */
    public static String token(
            String subject, Set<String> roles, @Nullable String unit, List<String> audience) {
        return mint(subject, roles, unit, audience, Duration.ofHours(1));
    }

    /**
     * A token of an organiser and officer, well signed, with other claims than tokens have.
     *
     * @param changes what it says otherwise, as members of a JSON object; null leaves one out
     */
    public static String odd(Map<String, @Nullable Object> changes) {
        long now = Clock.systemUTC().instant().getEpochSecond();
        Map<String, @Nullable Object> claims = new HashMap<>();
        claims.put("iss", ISSUER);
        claims.put("sub", "odd");
        claims.put("aud", ALL_SERVICES);
        claims.put("iat", now);
        claims.put("exp", now + 600);
        claims.put("groups", List.of("organiser", "officer", "assessor"));
        claims.putAll(changes);
        claims.values().removeIf(Objects::isNull);
        return new TokenMint(key(), ISSUER, Clock.systemUTC()).sign(JsonUtil.toJson(claims));
    }

    /** A token whose time has passed. */
    public static String expired(String role, @Nullable String unit) {
        return mint(role, Set.of(role), unit, ALL_SERVICES, Duration.ofHours(-1));
    }

    /** A provider on any port, where services fetch their tokens. */
    public static Provider provider(Client... clients) throws IOException {
        return Provider.start(
                new Provider.Settings(
                        LoopbackServer.ANY_PORT,
                        ISSUER,
                        Set.of(),
                        List.of(clients),
                        new People(List.of())),
                key(),
                Clock.systemUTC());
    }

    /** The key that checks the tokens, as {@code quarkus.oidc.public-key} takes it. */
    public static String publicKey() {
        return key().publicKey();
    }

    private static String mint(
            String subject,
            Set<String> roles,
            @Nullable String unit,
            List<String> audience,
            Duration validity) {
        Set<Role> known = Set.copyOf(roles.stream().map(Role::of).toList());
        Identity identity = new Identity(subject, "Test " + subject, known, unit, audience);
        return new TokenMint(key(), ISSUER, Clock.systemUTC()).mint(identity, validity);
    }

    static synchronized SigningKey key() {
        // A system property, since tests and their resources may be loaded by different class
        // loaders.
        String encoded = System.getProperty(KEY);
        if (encoded == null) {
            encoded = SigningKey.generate().encoded();
            System.setProperty(KEY, encoded);
        }
        return SigningKey.decode(encoded);
    }
}
