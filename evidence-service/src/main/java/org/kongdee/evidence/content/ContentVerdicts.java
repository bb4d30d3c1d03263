package org.kongdee.evidence.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kongdee.evidence.content.ContentRepository.Claimed;
import org.kongdee.evidence.storage.Sha256;
import org.kongdee.web.text.LocalizedText;
import org.kongdee.web.text.Message;

/** What the antivirus and the scrub find out about bytes, and what the scrub shall read next. */
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
        /**
         * @param found for people; null if there is nothing to say
         */
        void marked(Sha256 sha256, ContentStatus status, @Nullable LocalizedText found);
    }

    /** Bytes that the scrub shall read again. */
    @Transactional
    Optional<Claimed> nextToScrub(ContentConfig config) {
        return repository.claimForScrub(config.scrubEvery(), config.scrubLease());
    }

    /**
     * Bytes that no antivirus has looked at, from a time when there was none; nobody else gets them
     * for {@code lease}.
     */
    @Transactional
    public Optional<Sha256> nextUnscanned(Duration lease) {
        return repository.claimUnscanned(lease).map(Claimed::sha256);
    }

    @Transactional
    void whole(Sha256 sha256) {
        repository.verified(sha256);
    }

    /** Damaged bytes were stored anew; by whom is nothing that others who have them are told. */
    @Transactional
    void healed(Sha256 sha256) {
        repository
                .healed(sha256)
                .ifPresent(
                        status ->
                                tell(
                                        sha256,
                                        status,
                                        Message.of("its bytes are whole again").inBoth()));
    }

    /** What is stored is not what was uploaded; nothing happens unless it was given out. */
    @Transactional
    void damaged(Sha256 sha256, Message fault) {
        mark(sha256, ContentStatus.GIVEN, ContentStatus.DAMAGED, fault.inBoth());
    }

    /**
     * The antivirus has looked at bytes. Its last word counts for all files that have them: it may
     * know more than when it looked at them before.
     *
     * @param objection null if it has none
     */
    @Transactional
    public void scanned(Sha256 sha256, @Nullable Message objection) {
        if (objection != null) {
            mark(
                    sha256,
                    Set.of(ContentStatus.UNSCANNED, ContentStatus.SCANNING, ContentStatus.CLEAN),
                    ContentStatus.QUARANTINED,
                    objection.inBoth());
        } else {
            mark(
                    sha256,
                    Set.of(
                            ContentStatus.UNSCANNED,
                            ContentStatus.SCANNING,
                            ContentStatus.QUARANTINED),
                    ContentStatus.CLEAN,
                    null);
        }
    }

    private void mark(
            Sha256 sha256,
            Set<ContentStatus> from,
            ContentStatus to,
            @Nullable LocalizedText found) {
        if (repository.mark(sha256, from, to, found)) {
            tell(sha256, to, found);
        }
    }

    private void tell(Sha256 sha256, ContentStatus to, @Nullable LocalizedText found) {
        listeners.forEach(listener -> listener.marked(sha256, to, found));
    }
}
