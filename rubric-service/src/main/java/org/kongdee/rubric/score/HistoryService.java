package org.kongdee.rubric.score;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.assessment.AssessmentService;
import org.kongdee.web.paging.Page;
import org.kongdee.web.paging.Paging;

/** Reads the history of an assessment; an officer that of the own unit only. */
@ApplicationScoped
class HistoryService {

    private final HistoryRepository repository;
    private final AssessmentService assessments;

    HistoryService(HistoryRepository repository, AssessmentService assessments) {
        this.repository = repository;
        this.assessments = assessments;
    }

    Page<HistoryEntry> list(String cycle, String unit, @Nullable String criterion, Paging paging) {
        assessments.mustBeThere(cycle, unit);
        return repository.page(cycle, unit, criterion, paging);
    }

    @Transactional
    void stream(
            String cycle, String unit, @Nullable String criterion, Consumer<HistoryEntry> sink) {
        assessments.mustBeThere(cycle, unit);
        repository.each(cycle, unit, criterion, sink);
    }
}
