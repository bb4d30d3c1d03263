package org.kongdee.evidence.item;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kongdee.evidence.item.HistoryEntry.Action;
import org.kongdee.web.clock.SystemTime;
import org.kongdee.web.entity.Stamp;
import org.kongdee.web.text.LocalizedText;
import org.kongdee.web.text.Message;

/** The links of items: whose turn it is to be looked at, and what was found there. */
@ApplicationScoped
public class ItemLinks {

    private final ItemRepository repository;
    private final LinkRepository links;
    private final HistoryRepository history;
    private final Clock clock;
    private final Clock systemClock;

    ItemLinks(
            ItemRepository repository,
            LinkRepository links,
            HistoryRepository history,
            Clock clock,
            @SystemTime Clock systemClock) {
        this.repository = repository;
        this.links = links;
        this.history = history;
        this.clock = clock;
        this.systemClock = systemClock;
    }

    /** A link that nobody has looked at for long. */
    public record Due(UUID item, String link) {}

    /** Takes links whose turn it is; as looked at, so that no other replica takes them too. */
    @Transactional
    public List<Due> claim(Duration every, int limit) {
        return links.claim(every, limit);
    }

    /** Nothing, if the item has lost the link by now; a step in its history where it is news. */
    @Transactional
    public void found(Due due, LinkStatus status, @Nullable String location, Message note) {
        repository
                .findLocked(due.item())
                .filter(item -> due.link().equals(item.link()))
                .ifPresent(item -> found(item, status, location, note.inBoth()));
    }

    private void found(
            Item item, LinkStatus status, @Nullable String location, LocalizedText note) {
        var stamp = new Stamp(clock.instant(), ItemVerdicts.SELF);
        // When it is looked at again is reckoned in real time.
        LinkStatus before =
                item.linkFound(new LinkState(status, systemClock.instant(), location, note), stamp);
        if (status != before) {
            history.add(
                    item.id(),
                    stamp,
                    Action.LINK_CHANGED,
                    HistoryDetail.linkChanged(before, status, note));
        }
    }
}
