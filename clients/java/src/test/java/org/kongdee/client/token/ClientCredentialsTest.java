package org.kongdee.client.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.kongdee.client.LocalServer;

class ClientCredentialsTest {

    @RegisterExtension final LocalServer provider = new LocalServer();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void findsTheProviderAndKeepsItsToken() {
        discovery("\"client_secret_basic\"").token("first", 300);
        ClientCredentials tokens = tokens();
        assertThat(tokens.token()).isEqualTo("first");
        now = now.plusSeconds(269);
        assertThat(tokens.token()).isEqualTo("first");
        var asked = provider.received().get(1);
        assertThat(asked.body()).isEqualTo("grant_type=client_credentials");
        assertThat(asked.header("Authorization"))
                .isEqualTo(
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString(
                                                "kongdee-automation:s%3Aecret%2B1"
                                                        .getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void renewsHalfAMinuteBeforeTheEnd() {
        discovery("\"client_secret_basic\"").token("first", 300).token("second", 300);
        ClientCredentials tokens = tokens();
        tokens.token();
        now = now.plusSeconds(270);
        assertThat(tokens.token()).isEqualTo("second");
    }

    @Test
    void sendsTheSecretInTheFormWhereThatIsAllThereIs() {
        discovery("\"client_secret_post\"").token("first", 300);
        tokens().scope("scores more").token();
        var asked = provider.received().get(1);
        assertThat(asked.header("Authorization")).isNull();
        assertThat(asked.body())
                .isEqualTo(
                        "grant_type=client_credentials&scope=scores+more"
                                + "&client_id=kongdee-automation&client_secret=s%3Aecret%2B1");
    }

    @Test
    void renewsOnceForAllWhoWereRefused() throws Exception {
        discovery("\"client_secret_basic\"").token("first", 300).token("second", 300);
        ClientCredentials tokens = tokens();
        String refused = tokens.token();
        ExecutorService callers = Executors.newFixedThreadPool(8);
        try {
            var all = new ArrayList<Callable<String>>();
            for (int caller = 0; caller < 8; caller++) {
                all.add(() -> tokens.renew(refused));
            }
            for (Future<String> renewed : callers.invokeAll(all)) {
                assertThat(renewed.get()).isEqualTo("second");
            }
        } finally {
            callers.shutdown();
        }
        assertThat(provider.received()).hasSize(3);
    }

    @Test
    void tellsWhatTheProviderSays() {
        discovery("\"client_secret_basic\"");
        provider.json(
                401, "{\"error\":\"invalid_client\",\"error_description\":\"No such client\"}");
        assertThatThrownBy(tokens()::token)
                .isInstanceOf(TokenException.class)
                .hasMessage(provider.uri() + "/token answered 401: invalid_client, No such client");
    }

    @Test
    void refusesAnotherIssuer() {
        provider.json(200, "{\"issuer\":\"http://elsewhere\",\"token_endpoint\":\"http://x\"}");
        assertThatThrownBy(tokens()::token)
                .hasMessageContaining("names the issuer \"http://elsewhere\"; expected ");
    }

    private ClientCredentialsTest discovery(String methods) {
        provider.json(
                200,
                """
                {"issuer":"%s","token_endpoint":"%s/token","token_endpoint_auth_methods_supported":[%s]}"""
                        .formatted(provider.uri(), provider.uri(), methods));
        return this;
    }

    private ClientCredentialsTest token(String token, int seconds) {
        provider.json(200, "{\"access_token\":\"%s\",\"expires_in\":%d}".formatted(token, seconds));
        return this;
    }

    private ClientCredentials tokens() {
        return new ClientCredentials(
                URI.create(provider.uri()),
                "kongdee-automation",
                "s:ecret+1",
                null,
                new Clock() {
                    @Override
                    public Instant instant() {
                        return now;
                    }

                    @Override
                    public ZoneId getZone() {
                        return ZoneOffset.UTC;
                    }

                    @Override
                    public Clock withZone(ZoneId zone) {
                        return this;
                    }
                });
    }
}
