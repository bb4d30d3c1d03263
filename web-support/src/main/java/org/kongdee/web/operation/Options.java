package org.kongdee.web.operation;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.SortedSet;
import org.kongdee.web.problem.NotFound;
import org.kongdee.web.problem.Refusals;
import org.kongdee.web.text.Message;

/**
 * Answers {@code OPTIONS} with the methods that a path has (RFC 9110, 9.3.7); the framework lists
 * some that it has not.
 */
@ApplicationScoped
class Options {

    /** After all that refuses, before routing. */
    private static final int LAST = 30;

    private static final String API = "/v1/";

    private final Operations operations;
    private final Refusals refusals;

    Options(Operations operations, Refusals refusals) {
        this.operations = operations;
        this.refusals = refusals;
    }

    void register(@Observes Filters filters) {
        filters.register(this::answer, LAST);
    }

    private void answer(RoutingContext context) {
        String path = context.request().path();
        if (!context.request().method().equals(HttpMethod.OPTIONS) || !path.startsWith(API)) {
            context.next();
            return;
        }
        SortedSet<String> methods = operations.methods(path);
        if (methods.isEmpty()) {
            refusals.refuse(context, new NotFound(Message.of("There is nothing at this path.")));
        } else {
            context.response()
                    .setStatusCode(204)
                    .putHeader(HttpHeaders.ALLOW, String.join(", ", methods))
                    .end();
        }
    }
}
