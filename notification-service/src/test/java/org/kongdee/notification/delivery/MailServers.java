package org.kongdee.notification.delivery;

import io.quarkus.mailer.runtime.MailersRuntimeConfig;
import io.quarkus.tls.BaseTlsConfiguration;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import io.vertx.core.net.PfxOptions;
import io.vertx.core.net.TrustOptions;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Mail servers of {@code quarkus.mailer.*}, as an operator would set it. */
final class MailServers {

    private MailServers() {}

    static MailServer of(Vertx vertx, Map<String, String> settings) {
        return of(vertx, settings, new Registry(Optional.empty()));
    }

    /**
     * @param settings without their {@code quarkus.mailer.}
     */
    static MailServer of(Vertx vertx, Map<String, String> settings, TlsConfigurationRegistry tls) {
        Map<String, String> named = new HashMap<>();
        named.put("quarkus.mailer.host", "127.0.0.1");
        named.put("quarkus.mailer.timeout", "2s");
        settings.forEach((name, value) -> named.put("quarkus.mailer." + name, value));
        return new MailServer(
                vertx,
                new SmallRyeConfigBuilder()
                        .addDiscoveredConverters()
                        .withMapping(MailersRuntimeConfig.class)
                        .withDefaultValues(named)
                        .build()
                        .getConfigMapping(MailersRuntimeConfig.class),
                tls);
    }

    /** {@code quarkus.tls.mail}, which trusts the keys of one file. */
    static TlsConfigurationRegistry trusting(Path keys, String password) {
        return new Registry(
                Optional.of(
                        new BaseTlsConfiguration() {
                            @Override
                            public TrustOptions getTrustStoreOptions() {
                                return new PfxOptions()
                                        .setPath(keys.toString())
                                        .setPassword(password);
                            }
                        }));
    }

    /** One configuration under any name, or none at all. */
    private record Registry(Optional<TlsConfiguration> named) implements TlsConfigurationRegistry {

        @Override
        public Optional<TlsConfiguration> get(String name) {
            return named;
        }

        @Override
        public Optional<TlsConfiguration> getDefault() {
            return Optional.empty();
        }

        @Override
        public void register(String name, @Nullable TlsConfiguration configuration) {
            throw new UnsupportedOperationException();
        }
    }
}
