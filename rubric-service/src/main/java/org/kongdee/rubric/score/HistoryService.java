package org.kongdee.rubric.score;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.assessment.AssessmentService;
import org.kongdee.web.paging.Page;
import org.kongdee.web.paging.Paging;
import org.kongdee.web.security.Caller;

/** Reads the history of an assessment; an officer that of the own unit only. */
@ApplicationScoped
class HistoryService {

    private final HistoryRepository repository;
    private final Caller caller;

    HistoryService(HistoryRepository repository, Caller caller) {
        this.repository = repository;
        this.caller = caller;
    }

    @Transactional
    Page<HistoryEntry> list(String cycle, String unit, @Nullable String criterion, Paging paging) {
        mustBeThere(cycle, unit);
        return Page.of(
                repository.page(cycle, unit, criterion, paging.offset(), paging.size()),
                paging,
                repository.count(cycle, unit, criterion));
    }

    @Transactional
    void stream(
            String cycle, String unit, @Nullable String criterion, Consumer<HistoryEntry> sink) {
        mustBeThere(cycle, unit);
        repository.forEach(cycle, unit, criterion, sink);
    }

    private void mustBeThere(String cycle, String unit) {
        caller.mustSee(unit);
        if (!repository.isEnrolled(cycle, unit)) {
            throw AssessmentService.notEnrolled(cycle, unit);
        }
    }
}
