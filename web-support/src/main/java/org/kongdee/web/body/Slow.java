package org.kongdee.web.body;

import java.time.Duration;
import org.kongdee.web.problem.TooSlow;
import org.kongdee.web.text.Message;

/** The ways in which a body arrives too slowly. */
final class Slow {

    private Slow() {}

    static TooSlow heldFor(Duration within) {
        return new TooSlow(
                Message.of(
                        "The body did not arrive within %d seconds; send it again over a faster connection.",
                        within.toSeconds()));
    }

    static TooSlow belowRate(long rate, Duration window) {
        return new TooSlow(
                Message.of(
                        "The body arrived with less than %,d bytes a second for %d seconds; send it again over a faster connection.",
                        rate, window.toSeconds()));
    }

    static TooSlow silent() {
        return new TooSlow(Message.of("Nothing of the body arrived for too long; send it again."));
    }

    static TooSlow cut() {
        return new TooSlow(
                Message.of(
                        "Too many bodies are being sent at once, and this was the slowest; send it again."));
    }
}
