package org.kongdee.evidence.content;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import org.jboss.logging.Logger;
import org.kongdee.evidence.storage.Storage;
import org.kongdee.evidence.storage.StorageConfig;
import org.kongdee.web.clock.SystemTime;

/** Clears what crashes and broken connections left behind. */
@ApplicationScoped
class SweepJob {

    private static final Logger LOG = Logger.getLogger(SweepJob.class);

    private final ContentService contents;
    private final Storage storage;
    private final StorageConfig config;
    private final Clock clock;

    SweepJob(
            ContentService contents,
            Storage storage,
            StorageConfig config,
            @SystemTime Clock clock) {
        this.contents = contents;
        this.storage = storage;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(
            identity = "sweep",
            every = "${kongdee.evidence.content.sweep-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() throws IOException {
        int abandoned = storage.removeAbandoned(clock.instant().minus(config.abandonedAfter()));
        int orphans = contents.sweep();
        if (abandoned + orphans > 0) {
            LOG.infof(
                    "swept %d interrupted uploads and %d files that nobody needs",
                    abandoned, orphans);
        }
    }

    /** Lists the whole storage, so seldom. */
    @Scheduled(
            identity = "adopt-strays",
            every = "${kongdee.evidence.content.strays-every}",
            delayed = "${kongdee.evidence.content.strays-delay}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void adoptStrays() throws IOException {
        int strays = contents.adoptStrays();
        if (strays > 0) {
            LOG.warnf(
                    "%d stored files are unknown to the database; the sweep removes them", strays);
        }
    }
}
