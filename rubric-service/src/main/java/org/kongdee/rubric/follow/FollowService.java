package org.kongdee.rubric.follow;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.cycle.CycleService;
import org.kongdee.rubric.cycle.CycleView;
import org.kongdee.rubric.evidence.CountedItem;
import org.kongdee.rubric.evidence.EvidenceClient;
import org.kongdee.rubric.evidence.EvidenceClient.Touched;
import org.kongdee.rubric.evidence.EvidenceConfig;
import org.kongdee.rubric.follow.FeedRepository.Position;
import org.kongdee.rubric.readiness.UnitEvidenceService;

/**
 * Brings the evidence of touched units over from evidence-service. Each unit is read and written
 * for itself and the cursor moves after all of a page, so that a follower that dies half-way only
 * has some of them read again.
 */
@ApplicationScoped
class FollowService {

    private final String holder = UUID.randomUUID().toString();
    private final FeedRepository feeds;
    private final EvidenceClient evidence;
    private final EvidenceConfig config;
    private final UnitEvidenceService units;
    private final CycleService cycles;
    private final Clock clock;

    FollowService(
            FeedRepository feeds,
            EvidenceClient evidence,
            EvidenceConfig config,
            UnitEvidenceService units,
            CycleService cycles,
            Clock clock) {
        this.feeds = feeds;
        this.evidence = evidence;
        this.config = config;
        this.units = units;
        this.cycles = cycles;
        this.clock = clock;
    }

    List<String> free() {
        return feeds.free(holder);
    }

    /**
     * Reads what changed in a cycle's collection until there is nothing more, or the lease is lost.
     */
    void follow(String code) {
        CycleView cycle = cycles.get(code).view();
        boolean more = true;
        while (more) {
            Optional<Position> position = lease(code);
            more = position.isPresent() && page(cycle, position.get().cursor());
        }
    }

    void failed(String cycle, String failure) {
        QuarkusTransaction.requiringNew().run(() -> feeds.failed(cycle, holder, failure));
    }

    void release() {
        QuarkusTransaction.requiringNew().run(() -> feeds.release(holder));
    }

    /** Whether there is more to read. */
    private boolean page(CycleView cycle, @Nullable String cursor) {
        Instant asked = clock.instant();
        Touched touched = evidence.touched(cycle.cycle(), cursor);
        for (String unit : touched.units()) {
            List<CountedItem> items = evidence.countedItems(cycle.cycle(), unit);
            boolean ours =
                    QuarkusTransaction.requiringNew().call(() -> replace(cycle, unit, items));
            if (!ours || lease(cycle.cycle()).isEmpty()) {
                return false;
            }
        }
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                feeds.advance(
                                        cycle.cycle(),
                                        holder,
                                        touched.next(),
                                        touched.more() ? null : asked));
        return touched.more();
    }

    private boolean replace(CycleView cycle, String unit, List<CountedItem> items) {
        boolean ours = feeds.holds(cycle.cycle(), holder);
        if (ours) {
            units.replace(cycle, unit, items);
        }
        return ours;
    }

    private Optional<Position> lease(String cycle) {
        return QuarkusTransaction.requiringNew()
                .call(() -> feeds.lease(cycle, holder, config.lease()));
    }
}
