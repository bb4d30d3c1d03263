package org.kongdee.web.admission;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready is who answers on the API's own port, from end to end: the port of this check has threads
 * of its own, and goes on answering when that one has died.
 */
@Readiness
@ApplicationScoped
class ApiAnswers implements AsyncHealthCheck {

    private static final String NAME = "API";

    /** Below no operation: who is busy is ready all the same, and is not sent away. */
    private static final String NOWHERE = "/readiness";

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final HttpClient client;
    private final String host;
    private final int port;

    ApiAnswers(
            Vertx vertx,
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "quarkus.http.port") int port) {
        this.client = vertx.createHttpClient(new HttpClientOptions().setKeepAlive(false));
        this.host = host.equals("0.0.0.0") ? "127.0.0.1" : host;
        this.port = port;
    }

    /** Nothing is there, and it takes the whole way through the service to find that out. */
    @Override
    public Uni<HealthCheckResponse> call() {
        RequestOptions options =
                new RequestOptions()
                        .setMethod(HttpMethod.GET)
                        .setHost(host)
                        .setPort(port)
                        .setURI(NOWHERE)
                        .setTimeout(PATIENCE.toMillis());
        return Uni.createFrom()
                .completionStage(
                        () ->
                                client.request(options)
                                        .compose(HttpClientRequest::send)
                                        .compose(ApiAnswers::drop)
                                        .toCompletionStage())
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .map(status -> status == 404)
                .onFailure()
                .recoverWithItem(false)
                .map(up -> HealthCheckResponse.named(NAME).status(up).build());
    }

    private static Future<Integer> drop(HttpClientResponse response) {
        return response.body().map(_ -> response.statusCode());
    }
}
