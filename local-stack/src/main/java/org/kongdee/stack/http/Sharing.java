package org.kongdee.stack.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets pages of some origins read answers (CORS), without cookies, since there are none. Another
 * origin gets the ordinary answer, which its browser keeps from it.
 */
record Sharing(Set<String> origins) {

    private static final String SECONDS_TO_REMEMBER = "3600";

    Sharing {
        origins = Set.copyOf(origins);
    }

    /** Says who may read the answer; true if that was all that was asked. */
    boolean answersPreflight(HttpExchange exchange, Route route) {
        Headers asked = exchange.getRequestHeaders();
        Headers told = exchange.getResponseHeaders();
        told.set("Vary", "Origin");
        String origin = asked.getFirst("Origin");
        if (!isNamed(origin)) {
            return false;
        }
        told.set("Access-Control-Allow-Origin", origin);
        told.set("Access-Control-Expose-Headers", "WWW-Authenticate");
        boolean preflight =
                exchange.getRequestMethod().equals("OPTIONS")
                        && asked.containsKey("Access-Control-Request-Method");
        if (preflight) {
            told.set("Access-Control-Allow-Methods", String.join(", ", route.methods()));
            told.set("Access-Control-Allow-Headers", "Authorization, Content-Type");
            told.set("Access-Control-Max-Age", SECONDS_TO_REMEMBER);
        }
        return preflight;
    }

    private boolean isNamed(@Nullable String origin) {
        return origin != null && origins.contains(origin);
    }
}
