package org.kongdee.web.etag;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/**
 * What a PUT left behind.
 *
 * @param view the thing as it is now
 * @param etag its version
 * @param created whether it was not there before
 */
public record Written<T>(T view, String etag, boolean created) {

    /** What says its version itself. */
    public static <T extends Tagged> Written<T> of(T view, boolean created) {
        return new Written<>(view, view.etag(), created);
    }

    /** The same of something else, such as an entity's view. */
    public <V> Written<V> map(Function<? super T, ? extends V> made) {
        return new Written<>(made.apply(view), etag, created);
    }

    /** 201 for what was created, else 200; with the ETag. */
    public RestResponse<T> respond() {
        return ResponseBuilder.create(created ? Status.CREATED : Status.OK, view)
                .header(HttpHeaders.ETAG, etag)
                .build();
    }
}
