package org.kongdee.web.cors;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets pages of the origins that {@code kongdee.cors.origins} names call the API and read the
 * contract from a browser, by the Fetch standard; without cookies, since there are none.
 *
 * <p>Quarkus' own filter answers 403 to every other origin, on every path. That is no protection,
 * since a browser keeps the answer from such a page anyway, and it breaks the forms behind the
 * links in mails: behind a proxy that ends TLS their origin is another than the service sees, and
 * without a referrer it is {@code null}. So other origins are answered as if nothing were here.
 */
@ApplicationScoped
class Cors {

    /** After the request id, before all that refuses: a page can read why. */
    private static final int EARLY = 9_500;

    private static final Pattern SHARED = Pattern.compile("/(v1|q/openapi)(/.*)?");

    /** Where Quarkus lets every page in by itself. */
    private static final String CONTRACT = "/q/";

    private static final String SECONDS_TO_REMEMBER = "3600";

    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String ASKED =
            "Authorization, Content-Type, If-Match, If-None-Match, Idempotency-Key, Accept-Language, X-Request-Id,"
                    + " traceparent, Range, If-Range, Last-Event-ID";
    private static final String ANSWERED =
            "ETag, Location, Link, Retry-After, X-Request-Id, Idempotency-Replayed, Content-Disposition,"
                    + " Content-Range, WWW-Authenticate, RateLimit, RateLimit-Policy";

    private final Origins origins;

    Cors(@ConfigProperty(name = Origins.SETTING) Optional<List<String>> setting) {
        this.origins = Origins.of(setting.orElse(List.of()));
    }

    void register(@Observes Filters filters) {
        filters.register(this::share, EARLY);
    }

    private void share(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!SHARED.matcher(request.path()).matches()) {
            context.next();
            return;
        }
        boolean named = origins.isNamed(request.getHeader(HttpHeaders.ORIGIN));
        if (request.path().startsWith(CONTRACT)) {
            context.addHeadersEndHandler(
                    _ -> {
                        withdraw(context.response().headers());
                        complete(context.response().headers(), request, named);
                    });
        } else if (!origins.named().isEmpty()) {
            context.addHeadersEndHandler(
                    _ -> complete(context.response().headers(), request, named));
        }
        if (named && isPreflight(request)) {
            context.response().setStatusCode(204).end();
        } else {
            context.next();
        }
    }

    private static boolean isPreflight(HttpServerRequest request) {
        return request.method().equals(HttpMethod.OPTIONS)
                && request.headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
    }

    private static void withdraw(MultiMap headers) {
        headers.names().stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control-"))
                .forEach(headers::remove);
    }

    private void complete(MultiMap headers, HttpServerRequest request, boolean named) {
        if (!origins.named().isEmpty()) {
            headers.add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        }
        if (!named) {
            return;
        }
        headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, request.getHeader(HttpHeaders.ORIGIN));
        if (isPreflight(request)) {
            headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS);
            headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, ASKED);
            headers.set(HttpHeaders.ACCESS_CONTROL_MAX_AGE, SECONDS_TO_REMEMBER);
        } else {
            headers.set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, ANSWERED);
        }
    }
}
