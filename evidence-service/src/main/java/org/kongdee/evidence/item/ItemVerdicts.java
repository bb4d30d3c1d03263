package org.kongdee.evidence.item;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.kongdee.evidence.change.ChangeRepository;
import org.kongdee.evidence.content.ContentStatus;
import org.kongdee.evidence.content.ContentVerdicts.VerdictListener;
import org.kongdee.evidence.item.FileRepository.Waiting;
import org.kongdee.evidence.item.HistoryEntry.Action;
import org.kongdee.evidence.storage.Sha256;
import org.kongdee.web.entity.Stamp;

/** Tells the owners of items what was found in their files. */
@Singleton
class ItemVerdicts implements VerdictListener {

    /** Who changes items of itself. */
    static final String SELF = "evidence-service";

    private final FileRepository files;
    private final ChangeRepository changes;
    private final Clock clock;

    ItemVerdicts(FileRepository files, ChangeRepository changes, Clock clock) {
        this.files = files;
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    public void marked(Sha256 sha256, ContentStatus status, String reason) {
        switch (status) {
            case CLEAN -> tell(sha256, Action.FILE_CLEAN, reason);
            case QUARANTINED -> tell(sha256, Action.FILE_QUARANTINED, reason);
            case DAMAGED -> tell(sha256, Action.FILE_DAMAGED, reason);
            case SCANNING -> {
                // Begins again; there is nothing to tell yet.
            }
        }
    }

    /**
     * Whether an item that waits for review counts depends on its files; so its facts may differ.
     */
    private void tell(Sha256 sha256, Action action, String reason) {
        var stamp = new Stamp(clock.instant(), SELF);
        for (Waiting waiting : files.marked(sha256, action, reason, stamp)) {
            changes.touch(waiting.collection(), waiting.unit(), List.of(waiting.slot()));
        }
    }
}
