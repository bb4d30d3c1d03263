package org.kongdee.web.neighbour;

import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.kongdee.web.outage.Causes;
import org.kongdee.web.outage.Outage;

/** Whether what this service calls by itself is away: a line when, and when no more. */
@Singleton
public class Neighbours {

    /** What refuses us altogether is as good as away. */
    private static final Set<Integer> REFUSALS = Set.of(401, 403);

    private final Map<String, Outage> outages = new ConcurrentHashMap<>();

    /** A neighbour answered as it should. */
    public void isThere(String neighbour) {
        outage(neighbour).succeeded();
    }

    /**
     * Whether a call failed because the neighbour is away, which is told then, once. Other answers
     * of 4xx are answers, and a database that is away is none of the neighbour's.
     */
    public boolean isAway(String neighbour, RuntimeException failure) {
        if (failure instanceof WebApplicationException answered
                && isAnswer(answered.getResponse().getStatus())) {
            return false;
        }
        if (Causes.find(failure, SQLException.class).isPresent()) {
            return false;
        }
        isAway(neighbour, failure.toString());
        return true;
    }

    /** A success that can't be read is none, and comes from something on the way. */
    private static boolean isAnswer(int status) {
        return status >= 400 && status < 500 && !REFUSALS.contains(status);
    }

    /** It is away; told once. */
    public void isAway(String neighbour, String reason) {
        outage(neighbour).failed(reason);
    }

    private Outage outage(String neighbour) {
        return outages.computeIfAbsent(neighbour, Outage::new);
    }
}
