package org.kongdee.web.etag;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * Entity tags: strong, made of a version number or a hash. They name a version of what is shown,
 * which is the same in whatever encoding it is sent; {@code If-Match} needs them strong.
 */
public final class ETags {

    private ETags() {}

    /** {@code "7"} for version 7. */
    public static String of(long version) {
        return "\"" + version + "\"";
    }

    public static String of(String value) {
        return "\"" + value + "\"";
    }

    /** For what is the same and may be other bytes, such as gzipped. */
    public static String weak(String value) {
        return "W/\"" + value + "\"";
    }

    /**
     * Answers a read: 304 where {@code If-None-Match} names the version, else 200 with the body,
     * made only then.
     */
    public static <T> RestResponse<T> ok(Request request, String etag, Supplier<? extends T> body) {
        return answer(request, etag, () -> ResponseBuilder.ok(body.get()));
    }

    /** The same for an answer that has headers of its own. */
    public static <T> RestResponse<T> answer(
            Request request, String etag, Supplier<ResponseBuilder<T>> fresh) {
        var tag = new EntityTag(etag.substring(1, etag.length() - 1));
        Response.ResponseBuilder refused = request.evaluatePreconditions(tag);
        ResponseBuilder<T> response =
                refused == null ? fresh.get() : ResponseBuilder.create(refused.build().getStatus());
        return response.header(HttpHeaders.ETAG, etag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }
}
