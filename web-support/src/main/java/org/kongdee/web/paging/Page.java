package org.kongdee.web.paging;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * One page of a list.
 *
 * @param items what stands on this page
 * @param page which one this is, from 0
 * @param size how many items a page has
 * @param total how many items the whole list has
 */
public record Page<T>(List<T> items, int page, int size, long total) {

    public Page {
        items = List.copyOf(items);
    }

    public static <T> Page<T> of(List<T> items, Paging paging, long total) {
        return new Page<>(items, paging.page(), paging.size(), total);
    }

    /** One page of what is all there. */
    public static <T> Page<T> of(List<T> all, Paging paging) {
        return of(
                all.stream().skip(paging.offset()).limit(paging.size()).toList(),
                paging,
                all.size());
    }

    /** The same page of something else, as the items are shown. */
    public <V> Page<V> with(List<V> views) {
        return new Page<>(views, page, size, total);
    }

    /**
     * The answer, with {@code Link} headers (RFC 8288) to the first, previous, next and last page.
     */
    public RestResponse<Page<T>> respond(UriInfo uri) {
        return links(uri).build();
    }

    /** The same, for who adds to it. */
    public ResponseBuilder<Page<T>> links(UriInfo uri) {
        ResponseBuilder<Page<T>> response = ResponseBuilder.ok(this);
        long last = total == 0 ? 0 : (total - 1) / size;
        link(response, uri, "first", 0);
        if (page > 0) {
            link(response, uri, "prev", Math.min(page - 1L, last));
        }
        if (page < last) {
            link(response, uri, "next", page + 1L);
        }
        link(response, uri, "last", last);
        return response;
    }

    private void link(ResponseBuilder<?> response, UriInfo uri, String rel, long target) {
        URI there =
                uri.getRequestUriBuilder()
                        .replaceQueryParam("page", target)
                        .replaceQueryParam("size", size)
                        .build();
        // Relative: what is before the path is what the caller says in Host.
        response.header(
                HttpHeaders.LINK,
                "<%s?%s>; rel=\"%s\"".formatted(there.getRawPath(), there.getRawQuery(), rel));
    }
}
