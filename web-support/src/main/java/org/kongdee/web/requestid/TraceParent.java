package org.kongdee.web.requestid;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * Passes a trace on (W3C Trace Context): the services record no spans of their own, but whoever
 * does, before or behind them, sees one trace. A call outside of any trace begins one.
 */
@ApplicationScoped
public class TraceParent {

    public static final String HEADER = "traceparent";

    private static final String MDC_KEY = "traceparent";
    private static final Pattern VALID =
            Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    /** After the request id. */
    private static final int SECOND = RequestId.FIRST - 1;

    void register(@Observes Filters filters) {
        filters.register(TraceParent::remember, SECOND);
    }

    /** The header of a call that the request under way makes. */
    public static String next() {
        Object received = MDC.get(MDC_KEY);
        // With no span of our own in between, the caller's is the parent.
        return received == null ? begun() : received.toString();
    }

    private static void remember(RoutingContext context) {
        String given = context.request().getHeader(HEADER);
        if (given != null && VALID.matcher(given).matches()) {
            MDC.put(MDC_KEY, given);
        }
        context.next();
    }

    private static String begun() {
        return "00-%s%s-%s-00".formatted(random(), random(), random());
    }

    private static String random() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE));
    }
}
