package org.kongdee.stack.suite;

import java.time.Duration;

/**
 * How long to wait before a service that ended is started again: a second at first, twice as long
 * each time it ends again soon, a minute at most. A service that ran for a while starts anew.
 */
final class RestartPause {

    static final Duration FIRST = Duration.ofSeconds(1);
    static final Duration LONGEST = Duration.ofMinutes(1);

    /** Longer than it takes to start and to find out that something is missing. */
    static final Duration A_WHILE = Duration.ofMinutes(5);

    private Duration next = FIRST;

    Duration after(Duration ran) {
        Duration pause = ran.compareTo(A_WHILE) >= 0 ? FIRST : next;
        Duration doubled = pause.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return pause;
    }
}
