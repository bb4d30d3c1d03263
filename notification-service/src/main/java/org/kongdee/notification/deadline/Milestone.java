package org.kongdee.notification.deadline;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.planning.DeadlineStatus;
import org.kongdee.notification.planning.SectionTitle;
import org.kongdee.web.text.LocalizedText;

/**
 * A due date of rubric-service with its status and what is missing, as it is told and kept. Of a
 * milestone that each section owes by itself, every section has one.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Milestone(
        String id,
        String unit,
        String criterion,
        String code,
        @Nullable Integer round,
        LocalDate due,
        List<String> sections,
        List<SectionTitle> sectionTitles,
        @Nullable Each each,
        @Nullable String section,
        List<String> persons,
        DeadlineStatus status,
        LocalizedText title,
        LocalizedText criterionTitle,
        @Nullable String criterionLabel,
        List<LocalizedText> missing,
        @Nullable LocalizedText example,
        List<String> open,
        @Nullable Settled settled) {

    /** Where in a cycle it stands. */
    record Place(String cycle, String criterion, @Nullable Integer round) {}
}
