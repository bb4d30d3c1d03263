package org.kongdee.web.neighbour;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.runtime.TokensHelper;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.kongdee.web.requestid.RequestId;
import org.kongdee.web.requestid.TraceParent;

/**
 * Calls a neighbour with this service's own token, fetched when the last one expires, and with the
 * request id and trace of the request under way, so that its logs can be told together. Where no
 * token endpoint is configured it sends no token.
 */
public class NeighbourFilter implements ClientRequestFilter {

    /** As long as a call to a neighbour may take. */
    private static final Duration TOKEN_TIMEOUT = Duration.ofSeconds(2);

    private final TokensHelper tokens = new TokensHelper();
    private final Instance<OidcClient> client;
    private final boolean enabled;

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
            String token =
                    tokens.getTokens(client.get()).await().atMost(TOKEN_TIMEOUT).getAccessToken();
            request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + token);
        }
        String requestId = RequestId.current();
        if (!requestId.isEmpty()) {
            request.getHeaders().putSingle(RequestId.HEADER, requestId);
        }
        request.getHeaders().putSingle(TraceParent.HEADER, TraceParent.next());
    }
}
