package org.kongdee.evidence.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.kongdee.evidence.content.ContentRepository.Claimed;
import org.kongdee.evidence.storage.Sha256;

/** What the antivirus and the scrub find out about bytes, and what they shall look at next. */
@ApplicationScoped
public class ContentVerdicts {

    private final ContentRepository repository;
    private final List<VerdictListener> listeners;

    ContentVerdicts(
            ContentRepository repository, @io.quarkus.arc.All List<VerdictListener> listeners) {
        this.repository = repository;
        this.listeners = listeners;
    }

    /** Hears, in the same transaction, that bytes have a new state. */
    public interface VerdictListener {
        void marked(Sha256 sha256, ContentStatus status, String reason);
    }

    /** Bytes that wait for the antivirus; nobody else gets them for {@code lease}. */
    @Transactional
    public Optional<Sha256> nextToScan(java.time.Duration lease) {
        return repository.claimForScan(lease).map(Claimed::sha256);
    }

    /** Bytes that the scrub shall read again. */
    @Transactional
    Optional<Claimed> nextToScrub(ContentConfig config) {
        return repository.claimForScrub(config.scrubEvery(), config.scrubLease());
    }

    @Transactional
    void whole(Sha256 sha256) {
        repository.verified(sha256);
    }

    /** Damaged bytes were stored anew and begin again with {@code first}. */
    @Transactional
    void healed(Sha256 sha256, ContentStatus first) {
        if (repository.healed(sha256, first)) {
            tell(sha256, first, "the same file was uploaded again");
        }
    }

    /**
     * Records a verdict; nothing happens if the bytes have left the state {@code from} meanwhile.
     */
    @Transactional
    public void mark(Sha256 sha256, ContentStatus from, ContentStatus to, String reason) {
        if (repository.mark(sha256, from, to, reason)) {
            tell(sha256, to, reason);
        }
    }

    private void tell(Sha256 sha256, ContentStatus to, String reason) {
        listeners.forEach(listener -> listener.marked(sha256, to, reason));
    }
}
