package org.kongdee.web.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.clock.SystemTime;

/**
 * Remembers for a minute whom a bearer token that was verified stands for. Verifying its signature
 * anew for each of a caller's requests cost more than answering them. What is remembered ends with
 * the token, is found only by the whole token to the letter, and holds nothing of the request that
 * brought it; whatever is not remembered goes to quarkus-oidc.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class RememberedTokens implements HttpAuthenticationMechanism {

    private static final String BEARER = "Bearer ";
    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    private final OidcAuthenticationMechanism oidc;
    private final Clock clock;
    private final Cache<String, Verified> verified =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();

    private record Verified(SecurityIdentity identity, Instant end) {}

    RememberedTokens(OidcAuthenticationMechanism oidc, @SystemTime Clock clock) {
        this.oidc = oidc;
        this.clock = clock;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            RoutingContext context, IdentityProviderManager providers) {
        String token = bearer(context);
        if (token == null) {
            return oidc.authenticate(context, providers);
        }
        Verified known = known(token);
        return known == null
                ? oidc.authenticate(context, providers).invoke(identity -> accept(token, identity))
                : Uni.createFrom().item(known.identity);
    }

    private @Nullable Verified known(String token) {
        Verified known = verified.getIfPresent(token);
        return known != null && clock.instant().isBefore(known.end) ? known : null;
    }

    private void accept(String token, @Nullable SecurityIdentity identity) {
        if (identity != null && identity.getPrincipal() instanceof JsonWebToken principal) {
            if (!TokenRules.holds(principal, clock.instant())) {
                throw new AuthenticationFailedException("The token lacks what a token must say.");
            }
            var slim =
                    QuarkusSecurityIdentity.builder()
                            .setPrincipal(principal)
                            .addRoles(identity.getRoles())
                            .build();
            verified.put(
                    token,
                    new Verified(slim, Instant.ofEpochSecond(principal.getExpirationTime())));
        }
    }

    private static @Nullable String bearer(RoutingContext context) {
        String header = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.startsWith(BEARER)
                ? header.substring(BEARER.length())
                : null;
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return oidc.getChallenge(context);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return oidc.getCredentialTypes();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return oidc.getCredentialTransport(context);
    }
}
