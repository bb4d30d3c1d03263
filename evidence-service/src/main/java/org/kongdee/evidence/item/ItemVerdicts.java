package org.kongdee.evidence.item;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kongdee.evidence.change.ChangeRepository;
import org.kongdee.evidence.content.ContentStatus;
import org.kongdee.evidence.content.ContentVerdicts.VerdictListener;
import org.kongdee.evidence.item.FileRepository.Waiting;
import org.kongdee.evidence.item.HistoryEntry.Action;
import org.kongdee.evidence.link.LinkFinding;
import org.kongdee.evidence.storage.Sha256;
import org.kongdee.web.clock.SystemTime;
import org.kongdee.web.entity.Stamp;

/** Tells the owners of items what was found in their files and behind their links. */
@Singleton
class ItemVerdicts implements VerdictListener {

    private static final String SELF = "evidence-service";

    private final ItemRepository repository;
    private final FileRepository files;
    private final HistoryRepository history;
    private final ChangeRepository changes;
    private final Clock clock;
    private final Clock systemClock;

    ItemVerdicts(
            ItemRepository repository,
            FileRepository files,
            HistoryRepository history,
            ChangeRepository changes,
            Clock clock,
            @SystemTime Clock systemClock) {
        this.repository = repository;
        this.files = files;
        this.history = history;
        this.changes = changes;
        this.clock = clock;
        this.systemClock = systemClock;
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
        for (Waiting waiting : files.marked(sha256, action, reason, clock.instant())) {
            changes.touch(waiting.collection(), waiting.unit(), List.of(waiting.slot()));
        }
    }

    /** Nothing, if the item has another link by now; a step in its history where it is news. */
    void linkFound(UUID id, String link, LinkFinding finding) {
        Item item =
                repository.findLocked(id).filter(there -> link.equals(there.link())).orElse(null);
        LinkState before = item == null ? null : item.linkState();
        if (item == null || before == null) {
            return;
        }
        var stamp = new Stamp(clock.instant(), SELF);
        // When it is looked at again is reckoned by the database's clock.
        item.linkFound(
                new LinkState(
                        finding.status(),
                        systemClock.instant(),
                        finding.location(),
                        finding.note()),
                stamp);
        if (finding.status() != before.status()) {
            history.add(
                    id,
                    stamp,
                    Action.LINK_CHANGED,
                    Map.of(
                            "from", before.status(),
                            "to", finding.status(),
                            "note", finding.note()),
                    "");
        }
    }
}
