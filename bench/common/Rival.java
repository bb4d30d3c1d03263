package common;

import java.time.Duration;

/** What a service is measured beside: the same work, or less, done by something simpler. */
@FunctionalInterface
public interface Rival {

    /** Works for so long; how often a second the work was done. */
    double perSecond(Duration time) throws Exception;
}
