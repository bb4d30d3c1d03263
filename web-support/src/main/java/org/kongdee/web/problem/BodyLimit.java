package org.kongdee.web.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.kongdee.web.text.Language;

/**
 * Refuses a body over {@code quarkus.http.limits.max-body-size} as a problem; the HTTP layer by
 * itself would answer with nothing and cut the connection, which most clients report as a network
 * error. A body not far over the limit is read and dropped, so that the caller gets to read the
 * answer.
 */
@ApplicationScoped
class BodyLimit {

    /** After the request id, before the limit of the HTTP layer. */
    private static final int EARLY = 9_000;

    private static final int DRAINED_TIMES_THE_LIMIT = 4;

    private final long limit;
    private final ObjectMapper mapper;

    BodyLimit(
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") Optional<MemorySize> limit,
            ObjectMapper mapper) {
        this.limit = limit.map(MemorySize::asLongValue).orElse(Long.MAX_VALUE);
        this.mapper = mapper;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, EARLY);
    }

    private void check(RoutingContext context) {
        long length = announcedLength(context.request());
        if (length <= limit) {
            context.next();
        } else if (length / DRAINED_TIMES_THE_LIMIT <= limit) {
            context.request().endHandler(_ -> refuse(context));
            context.request().resume();
        } else {
            refuse(context);
        }
    }

    private static long announcedLength(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private void refuse(RoutingContext context) {
        Language language = Language.preferred(context.request().getHeader("Accept-Language"));
        Problem problem =
                Problems.of(
                        "too-large",
                        413,
                        "The body is larger than %d bytes.".formatted(limit),
                        List.of(),
                        Map.of("limit", limit),
                        language,
                        context.request().path());
        context.response()
                .setStatusCode(413)
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .putHeader("Connection", "close")
                .end(body(problem))
                .onComplete(_ -> context.request().connection().close());
    }

    private Buffer body(Problem problem) {
        try {
            return Buffer.buffer(mapper.writeValueAsBytes(problem));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
