package org.kongdee.rubric.opening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.kongdee.rubric.assessment.UnitsEnrolled;
import org.kongdee.rubric.catalog.Rubrics;
import org.kongdee.rubric.cycle.Cycle;
import org.kongdee.rubric.cycle.Cycle.ClaimsWithoutEvidence;
import org.kongdee.rubric.cycle.Cycle.Status;
import org.kongdee.rubric.cycle.CycleRepository.Stored;
import org.kongdee.rubric.cycle.CycleService;
import org.kongdee.rubric.evidence.EnrolledUnit;
import org.kongdee.rubric.evidence.EvidenceClient;
import org.kongdee.rubric.evidence.EvidenceConfig;
import org.kongdee.web.etag.ETags;
import org.kongdee.web.etag.Written;
import org.kongdee.web.problem.Conflict;
import org.kongdee.web.problem.Unavailable;

/**
 * Opens and closes cycles. Opening registers the cycle's collection with evidence-service first and
 * commits then, so that an open cycle always has somewhere to put its evidence; a registration that
 * no opening follows harms nobody and is overwritten by the next one. Closing, and units that join
 * later, commit with an entry in the outbox.
 */
@ApplicationScoped
class OpeningService {

    private static final Logger LOG = Logger.getLogger(OpeningService.class);

    /** Units a call, so that each ends in time. */
    static final int BATCH = 500;

    private static final int CONFLICT = 409;

    private final CycleService cycles;
    private final Rubrics rubrics;
    private final EvidenceClient evidence;
    private final EvidenceConfig config;
    private final EvidenceOutbox outbox;

    OpeningService(
            CycleService cycles,
            Rubrics rubrics,
            EvidenceClient evidence,
            EvidenceConfig config,
            EvidenceOutbox outbox) {
        this.cycles = cycles;
        this.rubrics = rubrics;
        this.evidence = evidence;
        this.config = config;
        this.outbox = outbox;
    }

    /** A draft as it was registered, and its units. */
    record Prepared(long revision, Set<String> units) {}

    /**
     * Registers a draft's collection, outside of any transaction. A cycle that is no draft is left
     * alone; opening it will say so.
     *
     * @throws Unavailable if evidence-service does not answer; the cycle stays a draft
     */
    Prepared prepare(String cycle) {
        Stored stored = cycles.get(cycle);
        if (stored.cycle().status() != Status.DRAFT || !config.isOn()) {
            return new Prepared(stored.revision(), Set.of());
        }
        List<EnrolledUnit> units = outbox.units(cycle, List.of());
        try {
            evidence.putCollection(cycle, CollectionContent.of(stored.cycle(), rubrics));
            for (int i = 0; i < units.size(); i += BATCH) {
                evidence.enrol(cycle, units.subList(i, Math.min(i + BATCH, units.size())));
            }
        } catch (WebApplicationException refused) {
            throw refused(cycle, refused);
        } catch (RuntimeException failed) {
            LOG.warnf("cycle %s not registered: %s", cycle, failed);
            throw new Unavailable(
                    "evidence-service does not answer, so the cycle's collection cannot be registered. The cycle stays a draft; try again later.");
        }
        return new Prepared(
                stored.revision(),
                units.stream().map(EnrolledUnit::unit).collect(Collectors.toUnmodifiableSet()));
    }

    @Transactional
    Written<Cycle> open(String cycle, Prepared prepared) {
        Cycle open = cycles.open(cycle, prepared.revision());
        if (config.isOn()) {
            outbox.follow(cycle);
            List<String> joined =
                    outbox.units(cycle, List.of()).stream()
                            .map(EnrolledUnit::unit)
                            .filter(unit -> !prepared.units().contains(unit))
                            .toList();
            outbox.add(cycle, joined);
        } else if (open.claimsWithoutEvidence() == ClaimsWithoutEvidence.REFUSE) {
            throw new Conflict(
                    "evidence-not-configured",
                    "The cycle refuses claims without evidence, and no evidence-service is configured.");
        }
        return current(cycle);
    }

    @Transactional
    Written<Cycle> close(String cycle) {
        cycles.close(cycle);
        if (config.isOn()) {
            outbox.add(cycle);
        }
        return current(cycle);
    }

    void whenEnrolled(@Observes UnitsEnrolled enrolled) {
        if (config.isOn() && enrolled.cycle().status() == Status.OPEN) {
            outbox.add(enrolled.cycle().cycle(), enrolled.units());
        }
    }

    private Written<Cycle> current(String cycle) {
        Stored stored = cycles.get(cycle);
        return new Written<>(stored.cycle(), ETags.of(stored.revision()), false);
    }

    private static RuntimeException refused(String cycle, WebApplicationException refusal) {
        int status = refusal.getResponse().getStatus();
        LOG.warnf("cycle %s not registered: evidence-service answered %d", cycle, status);
        return status == CONFLICT
                ? new Conflict(
                        "evidence-in-the-way",
                        "evidence-service holds evidence of another '%s' that would have no place; use another key for the cycle."
                                .formatted(cycle))
                : new Unavailable(
                        "evidence-service refused to register the cycle's collection (%d). The cycle stays a draft; the operators find more in the log."
                                .formatted(status));
    }
}
