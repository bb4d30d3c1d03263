package org.kongdee.web.neighbour;

import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * A neighbour answered that it cannot do its work now (5xx, or 429). The same call may succeed
 * later, unlike one that is refused with another 4xx.
 */
public final class NeighbourFailed extends RuntimeException {

    private static final long serialVersionUID = 1;
    private static final int TOO_MANY_REQUESTS = 429;

    private NeighbourFailed(int status) {
        super("answered " + status);
    }

    /** The failure that an answer means; null if it is none. For {@code @ClientExceptionMapper}. */
    public static @Nullable RuntimeException of(Response response) {
        int status = response.getStatus();
        return status >= 500 || status == TOO_MANY_REQUESTS ? new NeighbourFailed(status) : null;
    }
}
