package org.kongdee.web.limit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.kongdee.web.problem.TooMany;
import org.kongdee.web.text.Message;

/**
 * Bounds what one caller asks for: requests of a subject, and what an address tries without knowing
 * it, such as tokens and the addresses of links and calendars.
 */
@ApplicationScoped
public class RateLimits {

    private final Buckets requests;
    private final Buckets failures;
    private final LimitSettings settings;

    @Inject
    RateLimits(LimitSettings settings) {
        this(settings, System::nanoTime);
    }

    RateLimits(LimitSettings settings, LongSupplier nanoTime) {
        this.settings = settings;
        this.requests =
                new Buckets(settings.requestsPerSecond(), settings.requestsBurst(), nanoTime);
        this.failures =
                new Buckets(settings.failuresPerSecond(), settings.failuresBurst(), nanoTime);
    }

    /** Counts a request of a subject; a fault if it is one too many. */
    public Optional<TooMany> request(String subject) {
        Duration wait = requests.take(subject);
        return wait.isZero()
                ? Optional.empty()
                : Optional.of(
                        new TooMany(
                                Message.of(
                                        "One caller has at most %d requests a second here, and %d at once.",
                                        settings.requestsPerSecond(), settings.requestsBurst()),
                                wait,
                                policy(
                                        "requests",
                                        settings.requestsPerSecond(),
                                        settings.requestsBurst())));
    }

    /** A fault if this one has failed too often to be let try again now. */
    public Optional<TooMany> mayTry(String who) {
        return tooOften(failures.peek(who));
    }

    /** Counts a failure of this one; a fault if it is one too many. */
    public Optional<TooMany> failure(String who) {
        return tooOften(failures.take(who));
    }

    /** A bucket as a quota for the time in which it fills. */
    private static String policy(String name, int perSecond, int burst) {
        return "\"%s\";q=%d;w=%d".formatted(name, burst, Math.max(1, burst / perSecond));
    }

    private Optional<TooMany> tooOften(Duration wait) {
        return wait.isZero()
                ? Optional.empty()
                : Optional.of(
                        new TooMany(
                                Message.of(
                                        "Invalid tokens, unknown links or unknown calendar addresses came too often from this network address."),
                                wait,
                                policy(
                                        "failures",
                                        settings.failuresPerSecond(),
                                        settings.failuresBurst())));
    }
}
