package org.kongdee.web.neighbour;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.Tokens;
import io.quarkus.oidc.client.runtime.TokensHelper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.requestid.RequestId;
import org.kongdee.web.requestid.TraceParent;

/**
 * Calls a neighbour with this service's own token, and with the request id and trace of the request
 * under way, so that its logs can be told together. A token is fetched some time before the last
 * one expires, and at once after one was refused: it may have been revoked. Where no token endpoint
 * is configured it sends no token.
 */
public class NeighbourFilter implements ClientRequestFilter, ClientResponseFilter {

    /** As long as a call to a neighbour may take. */
    private static final Duration TOKEN_TIMEOUT = Duration.ofSeconds(2);

    private final TokensHelper tokens = new TokensHelper();
    private final Instance<OidcClient> client;
    private final boolean enabled;
    private volatile @Nullable String refused;

    @Inject
    NeighbourFilter(
            Instance<OidcClient> client,
            @ConfigProperty(name = "kongdee.token.url") Optional<String> tokenUrl) {
        this.client = client;
        this.enabled = tokenUrl.isPresent();
    }

    @Override
    public void filter(ClientRequestContext request) {
        if (enabled) {
            request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, authorization());
        }
        String requestId = RequestId.current();
        if (!requestId.isEmpty()) {
            request.getHeaders().putSingle(RequestId.HEADER, requestId);
        }
        request.getHeaders().putSingle(TraceParent.HEADER, TraceParent.next());
    }

    @Override
    public void filter(ClientRequestContext request, ClientResponseContext response) {
        if (response.getStatus() == Unauthorized.STATUS) {
            refused = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        }
    }

    private String authorization() {
        String authorization = bearer(tokens.getTokens(client.get()));
        return authorization.equals(refused)
                ? bearer(tokens.getTokens(client.get(), Map.of(), true))
                : authorization;
    }

    private static String bearer(Uni<Tokens> tokens) {
        return "Bearer " + tokens.await().atMost(TOKEN_TIMEOUT).getAccessToken();
    }
}
