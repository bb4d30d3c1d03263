package org.kongdee.rubric.evidence;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.kongdee.rubric.cycle.CycleService;
import org.kongdee.rubric.cycle.CycleView;
import org.kongdee.rubric.evidence.EvidenceClient.Touched;
import org.kongdee.rubric.evidence.FeedRepository.Position;
import org.kongdee.rubric.evidence.FeedRepository.Unit;
import org.kongdee.web.sql.Lease;

/**
 * Brings the evidence of touched units over from evidence-service. What its feed tells is noted
 * together with the cursor; each unit is then read and written for itself. A follower that dies
 * half-way leaves what is still to be read, and a unit that can't be read holds no other up.
 */
@ApplicationScoped
class FollowService {

    private static final Logger LOG = Logger.getLogger(FollowService.class);
    private static final int BATCH = 100;

    private final Lease lease;
    private final FeedRepository feed;
    private final EvidenceClient evidence;
    private final UnitEvidenceService units;
    private final CycleService cycles;
    private final Clock clock;

    FollowService(
            FeedRepository feed,
            EvidenceClient evidence,
            EvidenceConfig config,
            UnitEvidenceService units,
            CycleService cycles,
            Clock clock) {
        this.feed = feed;
        this.evidence = evidence;
        this.lease = Lease.of(config.lease());
        this.units = units;
        this.cycles = cycles;
        this.clock = clock;
    }

    /**
     * Reads what changed until there is nothing more, or the lease is lost; nothing if another
     * replica has it.
     */
    void follow() {
        boolean more = true;
        while (more) {
            Optional<Position> position =
                    QuarkusTransaction.requiringNew().call(() -> feed.lease(lease));
            more = position.isPresent() && page(position.get()) | readDue();
        }
    }

    void failed(String failure) {
        QuarkusTransaction.requiringNew().run(() -> feed.failed(lease, failure));
    }

    void release() {
        QuarkusTransaction.requiringNew().run(() -> feed.release(lease));
    }

    /** Notes what the feed tells next; whether there is more. */
    private boolean page(Position position) {
        Instant asked = clock.instant();
        Touched touched = evidence.touched(position.cursor());
        return QuarkusTransaction.requiringNew()
                .call(
                        () -> {
                            if (!feed.holds(lease)) {
                                return false;
                            }
                            if (!touched.units().isEmpty()) {
                                feed.touch(touched.units());
                            }
                            feed.advance(touched.next(), touched.more() ? null : asked);
                            return touched.more();
                        });
    }

    /** Reads units that are due; whether there may be more of them. */
    private boolean readDue() {
        List<Unit> due = feed.due(BATCH);
        Map<String, CycleView> views = new HashMap<>();
        for (Unit unit : due) {
            CycleView cycle = views.computeIfAbsent(unit.cycle(), code -> cycles.get(code).view());
            if (!read(cycle, unit)) {
                return false;
            }
        }
        return due.size() == BATCH;
    }

    /** Whether the lease is still ours. */
    private boolean read(CycleView cycle, Unit unit) {
        try {
            List<CountedItem> items = evidence.items(unit.cycle(), unit.unit());
            return QuarkusTransaction.requiringNew().call(() -> replace(cycle, unit, items));
        } catch (RuntimeException e) {
            // The next tick begins with another, in case it is this unit's fault.
            QuarkusTransaction.requiringNew().run(() -> feed.putOff(unit, e.toString()));
            if (!isAnswer(e)) {
                throw e;
            }
            LOG.warnf("evidence of %s in %s not read: %s", unit.unit(), unit.cycle(), e);
            return true;
        }
    }

    /** evidence-service answers, but not for this unit; or what it says can't be kept. */
    private static boolean isAnswer(RuntimeException e) {
        return e instanceof WebApplicationException
                || e instanceof IllegalStateException
                || e instanceof IllegalArgumentException;
    }

    private boolean replace(CycleView cycle, Unit unit, List<CountedItem> items) {
        boolean ours = feed.holds(lease);
        if (ours) {
            units.replace(cycle, unit.unit(), items);
            feed.done(unit);
        }
        return ours;
    }
}
