package org.kongdee.notification.milestone;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.runtime.TokensHelper;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Calls rubric-service with this service's own token, fetched when the last one expires. Where no
 * token endpoint is configured it sends none.
 */
public class RubricTokenFilter implements ClientRequestFilter {

    private final TokensHelper tokens = new TokensHelper();
    private final Instance<OidcClient> client;
    private final boolean enabled;

    @Inject
    RubricTokenFilter(
            Instance<OidcClient> client,
            @ConfigProperty(name = "kongdee.token.url") Optional<String> tokenUrl) {
        this.client = client;
        this.enabled = tokenUrl.isPresent();
    }

    @Override
    public void filter(ClientRequestContext request) {
        if (enabled) {
            String token = tokens.getTokens(client.get()).await().indefinitely().getAccessToken();
            request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + token);
        }
    }
}
