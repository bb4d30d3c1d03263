package org.kongdee.web.requestid;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * Gives every request an id: the caller's {@code X-Request-Id} where it is harmless, else a new
 * one. It stands in the answer, in every log line of the request, in problems and in the history of
 * what the request changed.
 */
@ApplicationScoped
public class RequestId {

    public static final String HEADER = "X-Request-Id";

    private static final String MDC_KEY = "requestId";
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** Before everything else, so that refusals of the HTTP layer carry the id too. */
    static final int FIRST = 10_000;

    void register(@Observes Filters filters) {
        filters.register(RequestId::tag, FIRST);
    }

    /** The id of the request under way; empty outside of one. */
    public static String current() {
        Object id = MDC.get(MDC_KEY);
        return id == null ? "" : id.toString();
    }

    private static void tag(RoutingContext context) {
        String given = context.request().getHeader(HEADER);
        String id =
                given != null && HARMLESS.matcher(given).matches()
                        ? given
                        : UUID.randomUUID().toString();
        MDC.put(MDC_KEY, id);
        context.response().putHeader(HEADER, id);
        context.next();
    }
}
