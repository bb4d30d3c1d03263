package org.kongdee.evidence.item;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kongdee.evidence.change.ChangeRepository;
import org.kongdee.evidence.content.ContentStatus;
import org.kongdee.evidence.content.ContentVerdicts.VerdictListener;
import org.kongdee.evidence.item.FileVerdictRepository.Waiting;
import org.kongdee.evidence.item.HistoryEntry.Action;
import org.kongdee.evidence.storage.Sha256;
import org.kongdee.web.entity.Stamp;
import org.kongdee.web.text.LocalizedText;

/** Tells the owners of items what was found in their files. */
@Singleton
class ItemVerdicts implements VerdictListener {

    /** Who changes items of itself. */
    static final String SELF = "evidence-service";

    private final FileVerdictRepository files;
    private final ChangeRepository changes;
    private final Clock clock;

    ItemVerdicts(FileVerdictRepository files, ChangeRepository changes, Clock clock) {
        this.files = files;
        this.changes = changes;
        this.clock = clock;
    }

    /** A file that waits for the antivirus is told of its bytes when it has been there. */
    @Override
    public void marked(Sha256 sha256, ContentStatus status, @Nullable LocalizedText found) {
        tell(files.showing(sha256), status, found);
    }

    void tell(List<FileId> shown, ContentStatus status, @Nullable LocalizedText found) {
        switch (status) {
            case UNSCANNED -> tell(shown, Action.FILE_UNSCANNED, found);
            case CLEAN -> tell(shown, Action.FILE_CLEAN, found);
            case QUARANTINED -> tell(shown, Action.FILE_QUARANTINED, found);
            case DAMAGED -> tell(shown, Action.FILE_DAMAGED, found);
            case SCANNING -> {
                // There is nothing to tell yet.
            }
        }
    }

    /**
     * Whether an item that waits for review counts depends on its files; so its facts may differ.
     */
    private void tell(List<FileId> shown, Action action, @Nullable LocalizedText found) {
        if (shown.isEmpty()) {
            return;
        }
        var stamp = new Stamp(clock.instant(), SELF);
        for (Waiting waiting : files.marked(shown, action, found, stamp)) {
            changes.touch(waiting.collection(), waiting.unit(), List.of(waiting.slot()));
        }
    }
}
