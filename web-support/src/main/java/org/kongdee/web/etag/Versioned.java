package org.kongdee.web.etag;

import jakarta.ws.rs.core.Request;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * What a GET or a change answers with, and its version.
 *
 * @param view the thing as it is now
 * @param etag its version
 */
public record Versioned<T>(T view, String etag) {

    /** What says its version itself. */
    public static <T extends Tagged> Versioned<T> of(T view) {
        return new Versioned<>(view, view.etag());
    }

    /** 304 where {@code If-None-Match} names the version, else 200. */
    public RestResponse<T> respond(Request request) {
        return ETags.ok(request, etag, () -> view);
    }

    /** 200, for what has changed. */
    public RestResponse<T> respond() {
        return new Written<>(view, etag, false).respond();
    }
}
