package org.kongdee.web.neighbour;

import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * A neighbour answered that it cannot do its work now (5xx, or 429), or what is no answer of its
 * own. The same call may succeed later, unlike one that is refused with another 4xx.
 */
public final class NeighbourFailed extends RuntimeException {

    private static final long serialVersionUID = 1;
    private static final int TOO_MANY_REQUESTS = 429;

    private NeighbourFailed(String message) {
        super(message);
    }

    /** The failure that an answer means; null if it is none. For {@code @ClientExceptionMapper}. */
    public static @Nullable RuntimeException of(Response response) {
        int status = response.getStatus();
        return status >= 500 || status == TOO_MANY_REQUESTS
                ? new NeighbourFailed("answered " + status)
                : null;
    }

    /**
     * Something on the way answered in its place, with a success that is none.
     *
     * @throws NeighbourFailed unless the answer is the neighbour's own
     */
    public static void unlessOwn(boolean own) {
        if (!own) {
            throw new NeighbourFailed("answered something else than was asked");
        }
    }
}
