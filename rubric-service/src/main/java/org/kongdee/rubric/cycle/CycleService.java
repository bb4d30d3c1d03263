package org.kongdee.rubric.cycle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.catalog.Rubrics;
import org.kongdee.rubric.cycle.Cycle.Status;
import org.kongdee.rubric.cycle.CycleRepository.Stored;
import org.kongdee.rubric.facts.Period;
import org.kongdee.rubric.scoring.MilestonePlan;
import org.kongdee.rubric.scoring.ScoringFault;
import org.kongdee.web.etag.ETags;
import org.kongdee.web.etag.IfMatch;
import org.kongdee.web.etag.Written;
import org.kongdee.web.paging.Page;
import org.kongdee.web.paging.Paging;
import org.kongdee.web.problem.Conflict;
import org.kongdee.web.problem.FieldError;
import org.kongdee.web.problem.NotFound;
import org.kongdee.web.problem.RuleBroken;
import org.kongdee.web.problem.StaleVersion;
import org.kongdee.web.security.Caller;

/** Prepares, opens and closes cycles. */
@ApplicationScoped
public class CycleService {

    private final CycleRepository repository;
    private final Rubrics rubrics;
    private final Event<CycleOpened> opened;
    private final Caller caller;
    private final Clock clock;

    CycleService(
            CycleRepository repository,
            Rubrics rubrics,
            Event<CycleOpened> opened,
            Caller caller,
            Clock clock) {
        this.repository = repository;
        this.rubrics = rubrics;
        this.opened = opened;
        this.caller = caller;
        this.clock = clock;
    }

    public Stored get(String cycle) {
        return repository.find(cycle).orElseThrow(() -> NotFound.of("cycle", cycle));
    }

    /** The version of the whole list, for its ETag. */
    String listVersion() {
        return repository.version();
    }

    @Transactional
    Page<Cycle> list(Paging paging) {
        return Page.of(repository.page(paging.offset(), paging.size()), paging, repository.count());
    }

    @Transactional
    void stream(Consumer<Cycle> sink) {
        repository.forEach(sink);
    }

    @Transactional
    Written<Cycle> put(String cycle, PutCycle wanted, @Nullable IfMatch ifMatch) {
        refuseImpossible(wanted);
        Optional<Stored> stored = repository.findForUpdate(cycle);
        if (stored.isEmpty()) {
            IfMatch.refuseMissing(ifMatch);
            Cycle created = cycle(cycle, wanted, Status.DRAFT);
            if (!repository.insert(created, caller.subject())) {
                throw new StaleVersion("Somebody else created it at the same moment; read it.");
            }
            return new Written<>(created, ETags.of(1), true);
        }
        Cycle there = stored.get().cycle();
        String etag = ETags.of(stored.get().revision());
        if (there.says(wanted)) {
            IfMatch.refuseStale(ifMatch, etag);
            return new Written<>(there, etag, false);
        }
        IfMatch.require(ifMatch, etag);
        refuseFixed(there, wanted);
        Cycle changed = cycle(cycle, wanted, there.status());
        repository.update(changed, caller.subject());
        return new Written<>(changed, ETags.of(stored.get().revision() + 1), false);
    }

    /**
     * Opens a draft, in the transaction under way.
     *
     * @param revision of the draft that was prepared; another one is refused
     */
    public Cycle open(String cycle, long revision) {
        Stored stored = inState(cycle, Status.DRAFT, "opened");
        if (stored.revision() != revision) {
            throw new Conflict(
                    "cycle-state", "The cycle changed while it was being opened; open it again.");
        }
        Cycle there = stored.cycle();
        if (!rubrics.isPublished(there.rubric(), there.version())) {
            throw new Conflict(
                    "rubric-not-published",
                    "Version '%s' of rubric '%s' is a draft; publish it before opening."
                            .formatted(there.version(), there.rubric()));
        }
        Cycle open = moved(stored, Status.OPEN);
        opened.fire(new CycleOpened(open));
        return open;
    }

    /** Closes an open cycle, in the transaction under way. */
    public void close(String cycle) {
        Cycle unused = moved(inState(cycle, Status.OPEN, "closed"), Status.CLOSED);
        repository.outdateAssessments(cycle);
    }

    private Cycle moved(Stored stored, Status status) {
        Cycle there = stored.cycle();
        var moved =
                new Cycle(
                        there.cycle(),
                        there.rubric(),
                        there.version(),
                        there.period(),
                        there.timeZone(),
                        there.review(),
                        there.claimsWithoutEvidence(),
                        status,
                        there.evidence(),
                        clock.instant());
        repository.update(moved, caller.subject());
        return moved;
    }

    private Stored inState(String cycle, Status expected, String done) {
        Stored stored =
                repository.findForUpdate(cycle).orElseThrow(() -> NotFound.of("cycle", cycle));
        if (stored.cycle().status() != expected) {
            throw new Conflict(
                    "cycle-state",
                    "The cycle is %s; only a cycle that is %s can be %s."
                            .formatted(stored.cycle().status(), expected, done));
        }
        return stored;
    }

    /** A rubric that is not there, or month-days that the period leaves out. */
    private void refuseImpossible(PutCycle wanted) {
        List<ScoringFault> faults;
        try {
            faults =
                    MilestonePlan.faults(
                            rubrics.scorer(wanted.rubric(), wanted.version()).rubric(),
                            wanted.period());
        } catch (NotFound e) {
            throw RuleBroken.at("unknown-rubric", "/version", e.detail());
        }
        if (!faults.isEmpty()) {
            throw new RuleBroken(
                    "date-outside-period",
                    "The rubric names days that the period leaves out.",
                    faults.stream()
                            .map(fault -> FieldError.at(fault.path(), fault.message()))
                            .toList());
        }
    }

    private static void refuseFixed(Cycle there, PutCycle wanted) {
        if (there.status() == Status.CLOSED) {
            throw new Conflict("cycle-closed", "The cycle is closed and never changes.");
        }
        if (there.status() == Status.OPEN && !there.sameScoring(wanted)) {
            throw new Conflict(
                    "cycle-open", "The cycle is open; its rubric, period and review are fixed.");
        }
    }

    private Cycle cycle(String cycle, PutCycle wanted, Status status) {
        Period period = wanted.period();
        return new Cycle(
                cycle,
                wanted.rubric(),
                wanted.version(),
                period,
                wanted.timeZone(),
                wanted.review(),
                wanted.claimsWithoutEvidence(),
                status,
                null,
                clock.instant());
    }
}
