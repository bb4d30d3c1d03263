package org.kongdee.e2e.suite;

import java.nio.file.Path;
import java.util.Locale;
import org.kongdee.test.Packaged;

/** The services. */
public enum Service {
    EVIDENCE,
    RUBRIC,
    NOTIFICATION;

    String artifact() {
        return name().toLowerCase(Locale.ROOT) + "-service";
    }

    Path jar() {
        return Path.of("..", artifact()).resolve(Packaged.JAR);
    }
}
