package org.kongdee.rubric.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.kongdee.rubric.cycle.CycleService;
import org.kongdee.rubric.cycle.CycleView;
import org.kongdee.rubric.document.Rubric;
import org.kongdee.rubric.evidence.CountedItem;
import org.kongdee.rubric.evidence.CountedItem.Status;
import org.kongdee.rubric.evidence.ItemsReplaced;
import org.kongdee.rubric.milestone.ChangeCursor;
import org.kongdee.rubric.notice.NoticeRepository.Changes;
import org.kongdee.rubric.rubric.Rubrics;

/**
 * Makes notices of what evidence-service tells, in the transaction that keeps it: one for each
 * version of an item that stands rejected. Only open cycles are told of.
 */
@ApplicationScoped
class NoticeService {

    private final NoticeRepository repository;
    private final CycleService cycles;
    private final Rubrics rubrics;
    private final Clock clock;

    NoticeService(NoticeRepository repository, CycleService cycles, Rubrics rubrics, Clock clock) {
        this.repository = repository;
        this.cycles = cycles;
        this.rubrics = rubrics;
        this.clock = clock;
    }

    void whenReplaced(@Observes ItemsReplaced replaced) {
        List<CountedItem> rejected =
                replaced.items().stream()
                        .filter(item -> item.status() == Status.REJECTED)
                        .filter(item -> item.reviewedAt() != null)
                        .toList();
        Instant now = clock.instant();
        repository.endOthers(replaced.cycle(), replaced.unit(), rejected, now);
        repository.tell(replaced.cycle(), replaced.unit(), rejected, now);
    }

    Changes changes(String cycle, ChangeCursor after, int size) {
        CycleView there = cycles.get(cycle).view();
        Rubric rubric = rubrics.scorer(there.rubric(), there.version()).rubric();
        return repository.after(there.cycle(), rubric, after, size);
    }
}
