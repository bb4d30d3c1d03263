package org.kongdee.web.head;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import org.kongdee.web.problem.HeadTooLarge;
import org.kongdee.web.problem.Refusals;

/**
 * Refuses a head that is too long by a problem, like everything else. The server by itself answers
 * with a status alone, before anything of ours is asked; it therefore takes somewhat more than is
 * taken here, and answers so only what is longer still.
 */
@ApplicationScoped
class HeadLimits implements HttpServerOptionsCustomizer {

    /** After requests have their id, and pages may read the answer. */
    private static final int EARLY = 9_400;

    /** As long as RFC 9110, 4.1, recommends at least. */
    private static final int MOST_OF_ADDRESS = 8_000;

    private static final int MOST_OF_HEADERS = 20 * 1024;

    private static final int SERVER_LINE = 2 * MOST_OF_ADDRESS;
    private static final int SERVER_HEADERS = 2 * MOST_OF_HEADERS;

    /** Between the name and the value, and at the end. */
    private static final int AROUND_A_HEADER = ": \r\n".length();

    private final Refusals refusals;

    HeadLimits(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setMaxInitialLineLength(SERVER_LINE).setMaxHeaderSize(SERVER_HEADERS);
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        customizeHttpServer(options);
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, EARLY);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.uri().length() > MOST_OF_ADDRESS) {
            refusals.refuse(context, HeadTooLarge.address(MOST_OF_ADDRESS));
        } else if (length(request) > MOST_OF_HEADERS) {
            refusals.refuse(context, HeadTooLarge.headers(MOST_OF_HEADERS));
        } else {
            context.next();
        }
    }

    private static int length(HttpServerRequest request) {
        int length = 0;
        for (Map.Entry<String, String> header : request.headers()) {
            length += header.getKey().length() + header.getValue().length() + AROUND_A_HEADER;
        }
        return length;
    }
}
