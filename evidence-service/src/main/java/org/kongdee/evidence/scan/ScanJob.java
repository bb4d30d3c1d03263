package org.kongdee.evidence.scan;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.kongdee.evidence.content.ContentStatus;
import org.kongdee.evidence.content.ContentVerdicts;
import org.kongdee.evidence.storage.Sha256;
import org.kongdee.evidence.storage.Storage;
import org.kongdee.web.neighbour.Neighbours;

/** Brings files before the antivirus, one after the other; several replicas share the work. */
@ApplicationScoped
class ScanJob {

    private static final Logger LOG = Logger.getLogger(ScanJob.class);

    /** After a failure it is this long until the next try. */
    private static final String ANTIVIRUS = "the antivirus";

    private static final Duration LEASE = Duration.ofMinutes(2);

    private final Optional<Scanner> scanner;
    private final ContentVerdicts verdicts;
    private final Storage storage;
    private final Neighbours neighbours;

    ScanJob(
            Optional<Scanner> scanner,
            ContentVerdicts verdicts,
            Storage storage,
            Neighbours neighbours) {
        this.scanner = scanner;
        this.verdicts = verdicts;
        this.storage = storage;
        this.neighbours = neighbours;
    }

    @Scheduled(
            identity = "scan",
            every = "${kongdee.evidence.scan.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        if (scanner.isEmpty()) {
            return;
        }
        Optional<Sha256> next;
        while ((next = verdicts.nextToScan(LEASE)).isPresent()) {
            if (!scan(scanner.get(), next.get())) {
                return;
            }
        }
    }

    private boolean scan(Scanner scanner, Sha256 sha256) {
        try (InputStream bytes = storage.open(sha256, 0, Long.MAX_VALUE)) {
            switch (scanner.scan(bytes)) {
                case Scanner.Clean _ ->
                        verdicts.mark(sha256, ContentStatus.SCANNING, ContentStatus.CLEAN, "");
                case Scanner.Infected(String reason) -> {
                    LOG.warnf("quarantined %s: %s", sha256, reason);
                    verdicts.mark(
                            sha256, ContentStatus.SCANNING, ContentStatus.QUARANTINED, reason);
                }
            }
            neighbours.isThere(ANTIVIRUS);
            return true;
        } catch (IOException e) {
            neighbours.isAway(ANTIVIRUS, "no verdict on %s, which waits: %s".formatted(sha256, e));
            return false;
        }
    }
}
