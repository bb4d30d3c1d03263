package org.kongdee.notification;

import java.time.Duration;
import org.kongdee.test.GuardedNeighbour;

/** Stands for rubric-service in which nothing happens, and which asks for tokens that hold. */
public final class GuardedRubric extends GuardedNeighbour {

    private static final String NEIGHBOUR = "rubric-service";

    public GuardedRubric() {
        super(NEIGHBOUR, "kongdee.rubric.url", "org.kongdee.notification.milestone.RubricClient");
    }

    @Override
    protected String answer(String path) {
        return path.equals("/v1/cycles")
                ? "{\"items\":[],\"total\":0}"
                : "{\"changes\":[],\"next\":\"0\",\"more\":false}";
    }

    public static void begin(Duration lifetime) {
        begin(NEIGHBOUR, lifetime);
    }

    public static void revoke() {
        revoke(NEIGHBOUR);
    }

    public static Seen seen() {
        return seen(NEIGHBOUR);
    }
}
