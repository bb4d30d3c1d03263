package org.kongdee.rubric.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.kongdee.rubric.assessment.Enrolment;
import org.kongdee.rubric.assessment.Enrolments;
import org.kongdee.rubric.assessment.SectionsChanged;
import org.kongdee.rubric.assessment.UnitsEnrolled;
import org.kongdee.rubric.cycle.CycleService;
import org.kongdee.rubric.cycle.CycleView;
import org.kongdee.rubric.cycle.CycleView.ClaimsWithoutEvidence;
import org.kongdee.rubric.cycle.CycleView.Status;
import org.kongdee.rubric.cycle.EvidenceState;
import org.kongdee.rubric.rubric.Rubrics;
import org.kongdee.web.etag.Versioned;
import org.kongdee.web.etag.Written;
import org.kongdee.web.problem.Conflict;
import org.kongdee.web.problem.Unavailable;
import org.kongdee.web.text.Message;

/**
 * Opens and closes cycles. Opening registers the cycle's collection with evidence-service first and
 * commits then, so that an open cycle always has somewhere to put its evidence; a registration that
 * no opening follows harms nobody and is overwritten by the next one. Closing, and units that join
 * later, commit with an entry in the outbox.
 */
@ApplicationScoped
class OpeningService {

    private static final Logger LOG = Logger.getLogger(OpeningService.class);

    private static final int CONFLICT = 409;

    private final CycleService cycles;
    private final Enrolments enrolments;
    private final Rubrics rubrics;
    private final EvidenceClient evidence;
    private final EvidenceConfig config;
    private final Batches batches;
    private final FeedRepository feed;
    private final Outbox outbox;

    OpeningService(
            CycleService cycles,
            Enrolments enrolments,
            Rubrics rubrics,
            EvidenceClient evidence,
            EvidenceConfig config,
            Batches batches,
            FeedRepository feed,
            Outbox outbox) {
        this.cycles = cycles;
        this.enrolments = enrolments;
        this.rubrics = rubrics;
        this.evidence = evidence;
        this.config = config;
        this.batches = batches;
        this.feed = feed;
        this.outbox = outbox;
    }

    /** A draft as it was registered, and its units. */
    record Prepared(String etag, Set<String> units) {}

    /**
     * Registers a draft's collection, outside of any transaction. A cycle that is no draft is left
     * alone; opening it will say so.
     *
     * @throws Unavailable if evidence-service does not answer; the cycle stays a draft
     */
    Prepared prepare(String cycle) {
        Versioned<CycleView> found = cycles.get(cycle);
        if (found.view().status() != Status.DRAFT || !config.isOn()) {
            return new Prepared(found.etag(), Set.of());
        }
        List<Enrolment> units = enrolments.of(cycle);
        try {
            evidence.putCollection(cycle, CollectionContent.of(found.view(), rubrics));
            for (List<Enrolment> batch : batches.of(units)) {
                evidence.enrol(cycle, batch);
            }
        } catch (WebApplicationException refused) {
            throw refused(cycle, refused);
        } catch (RuntimeException failed) {
            LOG.warnf("cycle %s not registered: %s", cycle, failed);
            throw new Unavailable(
                    Message.of(
                            "evidence-service does not answer, so the cycle's collection cannot be registered. The cycle stays a draft; try again later."));
        }
        return new Prepared(
                found.etag(),
                units.stream().map(Enrolment::unit).collect(Collectors.toUnmodifiableSet()));
    }

    @Transactional
    Written<CycleView> open(String cycle, Prepared prepared) {
        boolean followed = config.isOn();
        Written<CycleView> open =
                cycles.open(cycle, prepared.etag(), followed ? EvidenceState.REGISTERED : null);
        if (followed) {
            feed.readAll(cycle);
            outbox.add(cycle, enrolments.registered(cycle, prepared.units()));
        } else if (open.view().claimsWithoutEvidence() == ClaimsWithoutEvidence.REFUSE) {
            throw new Conflict(
                    "evidence-not-configured",
                    Message.of(
                            "The cycle refuses claims without evidence, and no evidence-service is configured."));
        }
        return open;
    }

    @Transactional
    Written<CycleView> close(String cycle) {
        Written<CycleView> closed = cycles.close(cycle);
        if (closed.view().evidence() != null) {
            outbox.add(cycle);
            feed.close(cycle);
        }
        return closed;
    }

    void whenEnrolled(@Observes UnitsEnrolled enrolled) {
        if (enrolled.cycle().evidence() != null) {
            outbox.add(enrolled.cycle().cycle(), enrolled.units());
        }
    }

    void whenSectionsChanged(@Observes SectionsChanged changed) {
        if (changed.cycle().evidence() != null) {
            outbox.add(changed.cycle().cycle(), List.of(changed.unit().unit()));
        }
    }

    private static RuntimeException refused(String cycle, WebApplicationException refusal) {
        int status = refusal.getResponse().getStatus();
        LOG.warnf("cycle %s not registered: evidence-service answered %d", cycle, status);
        return status == CONFLICT
                ? new Conflict(
                        "evidence-in-the-way",
                        Message.of(
                                "evidence-service holds evidence of another '%s' that would have no place; use another key for the cycle.",
                                cycle))
                : new Unavailable(
                        Message.of(
                                "evidence-service refused to register the cycle's collection (%d). The cycle stays a draft; the operators find more in the log.",
                                status));
    }
}
