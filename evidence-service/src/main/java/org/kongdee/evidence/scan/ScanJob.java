package org.kongdee.evidence.scan;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.kongdee.evidence.content.ContentVerdicts;
import org.kongdee.evidence.item.ItemScans;
import org.kongdee.evidence.item.ItemScans.Due;
import org.kongdee.evidence.storage.Sha256;
import org.kongdee.evidence.storage.Storage;
import org.kongdee.web.neighbour.Neighbours;
import org.kongdee.web.text.Message;

/**
 * Brings files before the antivirus, one after the other; several replicas share the work. When
 * none waits, it has a look at what came while no antivirus was configured.
 */
@ApplicationScoped
class ScanJob {

    private static final Logger LOG = Logger.getLogger(ScanJob.class);

    private static final String ANTIVIRUS = "the antivirus";

    /** After a failure it is this long until the next try. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final Optional<Scanner> scanner;
    private final ItemScans files;
    private final ContentVerdicts contents;
    private final Storage storage;
    private final Neighbours neighbours;

    ScanJob(
            Optional<Scanner> scanner,
            ItemScans files,
            ContentVerdicts contents,
            Storage storage,
            Neighbours neighbours) {
        this.scanner = scanner;
        this.files = files;
        this.contents = contents;
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
        while (scanNext(scanner.get())) {
            // There may be more.
        }
    }

    /** Whether there was something to scan, and a verdict on it. */
    private boolean scanNext(Scanner scanner) {
        Optional<Due> waiting = files.claim(LEASE);
        if (waiting.isPresent()) {
            Due due = waiting.get();
            return scan(scanner, due.sha256(), objection -> files.scanned(due, objection));
        }
        Optional<Sha256> unscanned = contents.nextUnscanned(LEASE);
        return unscanned.isPresent()
                && scan(
                        scanner,
                        unscanned.get(),
                        objection -> contents.scanned(unscanned.get(), objection));
    }

    private boolean scan(Scanner scanner, Sha256 sha256, Consumer<@Nullable Message> verdict) {
        try (InputStream bytes = storage.open(sha256, 0, Long.MAX_VALUE)) {
            switch (scanner.scan(bytes)) {
                case Scanner.Clean _ -> verdict.accept(null);
                case Scanner.Infected(Message reason) -> {
                    LOG.warnf("quarantined %s: %s", sha256, reason);
                    verdict.accept(reason);
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
