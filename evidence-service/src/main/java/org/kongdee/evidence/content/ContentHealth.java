package org.kongdee.evidence.content;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToDoubleFunction;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Shows the state of the stored files in health and metrics. Damage is no reason to take the
 * service away from its users, so it makes it unwell, not unready.
 */
@Wellness
@ApplicationScoped
class ContentHealth implements HealthCheck {

    private final ContentRepository repository;
    private final ContentUse use;
    private final ContentConfig config;
    private final AtomicReference<ScrubProgress> last =
            new AtomicReference<>(new ScrubProgress(0, 0, 0, 0, 0));
    private final AtomicLong waiting = new AtomicLong();

    ContentHealth(
            ContentRepository repository,
            ContentUse use,
            ContentConfig config,
            MeterRegistry metrics) {
        this.repository = repository;
        this.use = use;
        this.config = config;
        gauge(metrics, "kongdee.evidence.content.total", ScrubProgress::total);
        gauge(metrics, "kongdee.evidence.content.verified", ScrubProgress::verified);
        gauge(metrics, "kongdee.evidence.content.damaged", ScrubProgress::damaged);
        gauge(metrics, "kongdee.evidence.content.quarantined", ScrubProgress::quarantined);
        gauge(metrics, "kongdee.evidence.content.unscanned", ScrubProgress::unscanned);
        metrics.gauge("kongdee.evidence.content.scanning", waiting);
    }

    private void gauge(MeterRegistry metrics, String name, ToDoubleFunction<ScrubProgress> value) {
        metrics.gauge(name, last, progress -> value.applyAsDouble(progress.get()));
    }

    @Scheduled(identity = "content-metrics", every = "${kongdee.evidence.content.metrics-every}")
    void refresh() {
        ScrubProgress unused = now();
    }

    private ScrubProgress now() {
        ScrubProgress now = repository.progress(config.scrubEvery());
        last.set(now);
        waiting.set(use.waiting());
        return now;
    }

    @Override
    public HealthCheckResponse call() {
        ScrubProgress now = now();
        return HealthCheckResponse.named("stored files")
                .status(now.damaged() == 0)
                .withData("total", now.total())
                .withData("verified", now.verified())
                .withData("damaged", now.damaged())
                .withData("unscanned", now.unscanned())
                .withData("scanning", waiting.get())
                .withData("quarantined", now.quarantined())
                .build();
    }
}
