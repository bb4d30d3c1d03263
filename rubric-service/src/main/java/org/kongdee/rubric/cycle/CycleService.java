package org.kongdee.rubric.cycle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.cycle.CycleView.Status;
import org.kongdee.rubric.document.Rubric;
import org.kongdee.rubric.rubric.Rubrics;
import org.kongdee.rubric.scoring.Obligations;
import org.kongdee.rubric.scoring.ScoringFault;
import org.kongdee.web.entity.Lists;
import org.kongdee.web.entity.Stamp;
import org.kongdee.web.etag.IfMatch;
import org.kongdee.web.etag.Versioned;
import org.kongdee.web.etag.Written;
import org.kongdee.web.paging.Page;
import org.kongdee.web.paging.Paging;
import org.kongdee.web.problem.Conflict;
import org.kongdee.web.problem.FieldError;
import org.kongdee.web.problem.NotFound;
import org.kongdee.web.problem.RuleBroken;
import org.kongdee.web.security.Caller;
import org.kongdee.web.text.LocalizedText;
import org.kongdee.web.text.Message;

/** Prepares, opens and closes cycles. */
@ApplicationScoped
public class CycleService {

    private final CycleRepository repository;
    private final Rubrics rubrics;
    private final Event<CycleOpened> opened;
    private final Event<CycleClosed> closed;
    private final Caller caller;
    private final Clock clock;

    CycleService(
            CycleRepository repository,
            Rubrics rubrics,
            Event<CycleOpened> opened,
            Event<CycleClosed> closed,
            Caller caller,
            Clock clock) {
        this.repository = repository;
        this.rubrics = rubrics;
        this.opened = opened;
        this.closed = closed;
        this.caller = caller;
        this.clock = clock;
    }

    public Versioned<CycleView> get(String cycle) {
        return repository
                .findByIdOptional(cycle)
                .map(found -> Versioned.of(CycleView.of(found)))
                .orElseThrow(() -> NotFound.of("cycle", cycle));
    }

    /** A cycle whose state nobody changes until the transaction under way ends. */
    public CycleView getLocked(String cycle) {
        return CycleView.of(locked(cycle));
    }

    /** The same for those who do not change it, and need not wait for each other. */
    public CycleView getHeld(String cycle) {
        return repository
                .findByIdOptional(cycle, LockModeType.PESSIMISTIC_READ)
                .map(CycleView::of)
                .orElseThrow(() -> NotFound.of("cycle", cycle));
    }

    /** The version of the whole list, for its ETag. */
    String listVersion() {
        return repository.version();
    }

    Page<CycleView> list(Paging paging) {
        return Lists.page(repository.inOrder(), paging, CycleView::of);
    }

    @Transactional
    void stream(Consumer<CycleView> sink) {
        Lists.each(repository.inOrder(), CycleView::of, sink);
    }

    @Transactional
    Written<CycleView> put(String cycle, PutCycle wanted, @Nullable IfMatch ifMatch) {
        LocalizedText title = wanted.titleOr(rubric(wanted).title().filled());
        return repository
                .put(
                        cycle,
                        ifMatch,
                        there -> there.says(wanted, title),
                        () -> new Cycle(cycle, wanted, title, stamp()),
                        there -> there.become(wanted, title, stamp()))
                .map(CycleView::of);
    }

    /**
     * Opens a draft, in the transaction under way.
     *
     * @param etag of the draft that was prepared; another one is refused
     * @param evidence whether evidence-service knows of it; null if there is none
     */
    public Written<CycleView> open(String cycle, String etag, @Nullable EvidenceState evidence) {
        Cycle draft = locked(cycle);
        draft.must(Status.DRAFT);
        if (!draft.etag().equals(etag)) {
            throw new Conflict(
                    "cycle-state",
                    Message.of("The cycle changed while it was being opened; open it again."));
        }
        if (!rubrics.isPublished(draft.rubric(), draft.version())) {
            throw new Conflict(
                    "rubric-not-published",
                    Message.of(
                            "Version '%s' of rubric '%s' is a draft; publish it before opening.",
                            draft.version(), draft.rubric()));
        }
        draft.open(evidence, stamp());
        Written<CycleView> written = written(draft);
        opened.fire(new CycleOpened(written.view()));
        return written;
    }

    /** Closes an open cycle, in the transaction under way. */
    public Written<CycleView> close(String cycle) {
        Cycle open = locked(cycle);
        open.close(stamp());
        Written<CycleView> written = written(open);
        closed.fire(new CycleClosed(written.view()));
        return written;
    }

    /** Evidence-service has heard of the cycle's status; in the transaction under way. */
    public void told(String cycle) {
        locked(cycle).told();
    }

    private Written<CycleView> written(Cycle cycle) {
        repository.write();
        return Written.of(CycleView.of(cycle), false);
    }

    private Cycle locked(String cycle) {
        return repository.findLocked(cycle).orElseThrow(() -> NotFound.of("cycle", cycle));
    }

    /**
     * The rubric that a cycle is to use.
     *
     * @throws RuleBroken if it is not there, or names days that the period leaves out
     */
    private Rubric rubric(PutCycle wanted) {
        Rubric rubric;
        try {
            rubric = rubrics.scorer(wanted.rubric(), wanted.version()).rubric();
        } catch (NotFound e) {
            throw RuleBroken.at("unknown-rubric", "/version", e.detail());
        }
        List<ScoringFault> faults = Obligations.faults(rubric, wanted.period());
        if (!faults.isEmpty()) {
            throw new RuleBroken(
                    "date-outside-period",
                    Message.of("The rubric names days that the period leaves out."),
                    faults.stream()
                            .map(fault -> FieldError.at(fault.path(), fault.message()))
                            .toList());
        }
        return rubric;
    }

    private Stamp stamp() {
        return new Stamp(clock.instant(), caller.subject());
    }
}
