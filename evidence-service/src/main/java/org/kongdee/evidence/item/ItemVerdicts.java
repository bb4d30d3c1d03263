package org.kongdee.evidence.item;

import jakarta.inject.Singleton;
import java.time.Clock;
import org.kongdee.evidence.content.ContentStatus;
import org.kongdee.evidence.content.ContentVerdicts.VerdictListener;
import org.kongdee.evidence.item.HistoryEntry.Action;
import org.kongdee.evidence.storage.Sha256;

/** Tells the owners of items what was found in their files. */
@Singleton
class ItemVerdicts implements VerdictListener {

    private final ItemRepository repository;
    private final Clock clock;

    ItemVerdicts(ItemRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    @Override
    public void marked(Sha256 sha256, ContentStatus status, String reason) {
        switch (status) {
            case CLEAN -> repository.fileMarked(sha256, Action.FILE_CLEAN, reason, clock.instant());
            case QUARANTINED ->
                    repository.fileMarked(sha256, Action.FILE_QUARANTINED, reason, clock.instant());
            case DAMAGED ->
                    repository.fileMarked(sha256, Action.FILE_DAMAGED, reason, clock.instant());
            case SCANNING -> {
                // Begins again; there is nothing to tell yet.
            }
        }
    }
}
