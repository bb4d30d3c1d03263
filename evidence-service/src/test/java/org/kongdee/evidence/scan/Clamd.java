package org.kongdee.evidence.scan;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Files;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lets a service ask a real clamd; where there is none, a socket at which nobody answers. */
public final class Clamd implements QuarkusTestResourceLifecycleManager {

    private static final String RUNNING = "kongdee.test.clamd";

    private @Nullable TestClamd clamd;

    @Override
    public Map<String, String> start() {
        try {
            clamd = TestClamd.start(Files.createTempDirectory("kongdee-clamd"));
            if (clamd.isRunning()) {
                System.setProperty(RUNNING, "true");
            }
            return Map.of("kongdee.evidence.scan.clamd", "unix:" + clamd.socket());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static boolean isRunning() {
        return Boolean.getBoolean(RUNNING);
    }

    @Override
    public void stop() {
        System.clearProperty(RUNNING);
        if (clamd != null) {
            clamd.close();
        }
    }
}
