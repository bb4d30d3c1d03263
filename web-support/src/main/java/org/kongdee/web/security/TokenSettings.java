package org.kongdee.web.security;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses to start with two sources of trust: a fixed public key beside a provider's URL. */
@ApplicationScoped
public class TokenSettings {

    private final Optional<String> publicKey;
    private final Optional<String> providerUrl;

    TokenSettings(
            @ConfigProperty(name = "quarkus.oidc.public-key") Optional<String> publicKey,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> providerUrl) {
        this.publicKey = publicKey;
        this.providerUrl = providerUrl;
    }

    void check(@Observes StartupEvent start) {
        if (publicKey.isPresent() && providerUrl.isPresent()) {
            throw new IllegalStateException(
                    "quarkus.oidc.public-key and quarkus.oidc.auth-server-url are both set: tokens come from one"
                            + " issuer. Remove the public key in production.");
        }
        if (publicKey.isEmpty() && providerUrl.isEmpty()) {
            throw new IllegalStateException(
                    "No issuer of tokens is configured: set quarkus.oidc.auth-server-url to the provider.");
        }
    }
}
