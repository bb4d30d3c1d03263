package org.kongdee.rubric;

import java.time.Duration;
import java.util.Map;
import org.kongdee.test.GuardedNeighbour;

/** Stands for evidence-service in which nothing happens, and which asks for tokens that hold. */
public final class GuardedEvidence extends GuardedNeighbour {

    private static final String NEIGHBOUR = "evidence-service";

    public GuardedEvidence() {
        super(NEIGHBOUR, "kongdee.evidence.url", "org.kongdee.rubric.evidence.EvidenceClient");
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = super.start();
        // The test alone calls.
        settings.put("kongdee.evidence.follow-every", "off");
        settings.put("kongdee.evidence.tell-every", "off");
        return settings;
    }

    @Override
    protected String answer(String path) {
        return "{\"changes\":[],\"next\":\"0\",\"more\":false}";
    }

    public static void begin(Duration lifetime) {
        begin(NEIGHBOUR, lifetime);
    }

    public static void revoke() {
        revoke(NEIGHBOUR);
    }

    public static void close() {
        close(NEIGHBOUR);
    }

    public static Seen seen() {
        return seen(NEIGHBOUR);
    }
}
