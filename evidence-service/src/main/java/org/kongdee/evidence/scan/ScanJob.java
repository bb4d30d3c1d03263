package org.kongdee.evidence.scan;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.kongdee.evidence.item.ItemScans;
import org.kongdee.evidence.item.ItemScans.Due;
import org.kongdee.evidence.storage.Storage;
import org.kongdee.web.neighbour.Neighbours;

/** Brings files before the antivirus, one after the other; several replicas share the work. */
@ApplicationScoped
class ScanJob {

    private static final Logger LOG = Logger.getLogger(ScanJob.class);

    private static final String ANTIVIRUS = "the antivirus";

    /** After a failure it is this long until the next try. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final Optional<Scanner> scanner;
    private final ItemScans files;
    private final Storage storage;
    private final Neighbours neighbours;

    ScanJob(Optional<Scanner> scanner, ItemScans files, Storage storage, Neighbours neighbours) {
        this.scanner = scanner;
        this.files = files;
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
        Optional<Due> next;
        while ((next = files.claim(LEASE)).isPresent()) {
            if (!scan(scanner.get(), next.get())) {
                return;
            }
        }
    }

    private boolean scan(Scanner scanner, Due due) {
        try (InputStream bytes = storage.open(due.sha256(), 0, Long.MAX_VALUE)) {
            switch (scanner.scan(bytes)) {
                case Scanner.Clean _ -> files.scanned(due, null);
                case Scanner.Infected(String reason) -> {
                    LOG.warnf("quarantined %s: %s", due.sha256(), reason);
                    files.scanned(due, reason);
                }
            }
            neighbours.isThere(ANTIVIRUS);
            return true;
        } catch (IOException e) {
            neighbours.isAway(
                    ANTIVIRUS, "no verdict on %s, which waits: %s".formatted(due.sha256(), e));
            return false;
        }
    }
}
