package org.kongdee.web.neighbour;

import jakarta.ws.rs.WebApplicationException;
import java.util.function.Predicate;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * When a neighbour has refused the token, for {@code @RetryWhen} at a client: the call is repeated
 * once, and {@link NeighbourFilter} has another token for it.
 */
public final class Unauthorized {

    static final int STATUS = 401;

    private Unauthorized() {}

    /** A client that asks for answers with their headers is given the refusal as one of them. */
    public static final class Answer implements Predicate<Object> {

        @Override
        public boolean test(Object answer) {
            return answer instanceof RestResponse<?> response && response.getStatus() == STATUS;
        }
    }

    /** Any other call throws it. */
    public static final class Refusal implements Predicate<Throwable> {

        @Override
        public boolean test(Throwable thrown) {
            return thrown instanceof WebApplicationException refusal
                    && refusal.getResponse().getStatus() == STATUS;
        }
    }
}
