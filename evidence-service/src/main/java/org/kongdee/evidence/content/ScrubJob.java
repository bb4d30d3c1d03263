package org.kongdee.evidence.content;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.kongdee.evidence.content.ContentRepository.Claimed;
import org.kongdee.evidence.storage.Sha256;
import org.kongdee.evidence.storage.Storage;
import org.kongdee.web.neighbour.Neighbours;
import org.kongdee.web.text.Message;

/**
 * Reads every stored file again, the one that waited longest first, and compares its hash. Where it
 * has come to stands with each file, so a restart goes on where the last run ended, and several
 * replicas share the work.
 */
@ApplicationScoped
class ScrubJob {

    private static final Logger LOG = Logger.getLogger(ScrubJob.class);
    private static final String STORAGE = "the evidence storage";
    private static final int BUFFER = 256 * 1024;

    private final ContentVerdicts verdicts;
    private final ContentConfig config;
    private final Storage storage;
    private final Neighbours neighbours;

    ScrubJob(
            ContentVerdicts verdicts,
            ContentConfig config,
            Storage storage,
            Neighbours neighbours) {
        this.verdicts = verdicts;
        this.config = config;
        this.storage = storage;
        this.neighbours = neighbours;
    }

    @Scheduled(
            identity = "scrub",
            every = "${kongdee.evidence.content.scrub-poll}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        Optional<Claimed> next;
        while ((next = verdicts.nextToScrub(config)).isPresent()) {
            scrub(next.get());
        }
    }

    private void scrub(Claimed claimed) {
        try {
            Optional<Message> fault = fault(claimed);
            neighbours.isThere(STORAGE);
            if (fault.isEmpty()) {
                verdicts.whole(claimed.sha256());
                return;
            }
            LOG.errorf("stored file %s is damaged: %s", claimed.sha256(), fault.get());
            verdicts.damaged(claimed.sha256(), fault.get());
        } catch (IOException e) {
            // An unreachable storage says nothing about the file; its lease runs out and it is
            // tried again.
            neighbours.isAway(STORAGE, "%s not read: %s".formatted(claimed.sha256(), e));
        }
    }

    private Optional<Message> fault(Claimed claimed) throws IOException {
        MessageDigest digest = Sha256.newDigest();
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        // One byte more than there should be, so that a file that has grown is found too.
        try (InputStream in = storage.open(claimed.sha256(), 0, claimed.size() + 1)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
                size += count;
            }
        } catch (NoSuchFileException e) {
            return Optional.of(Message.of("it is not there"));
        }
        return Sha256.of(digest).equals(claimed.sha256())
                ? Optional.empty()
                : Optional.of(
                        Message.of(
                                "it is not what was uploaded: %,d bytes are there, and %,d were uploaded",
                                size, claimed.size()));
    }
}
