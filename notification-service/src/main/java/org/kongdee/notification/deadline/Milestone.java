package org.kongdee.notification.deadline;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.planning.DeadlineStatus;
import org.kongdee.web.text.LocalizedText;

/** A due date of rubric-service with its status and what is missing, as it is told and kept. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Milestone(
        String id,
        String unit,
        String criterion,
        String code,
        @Nullable Integer round,
        LocalDate due,
        List<String> sections,
        DeadlineStatus status,
        LocalizedText title,
        @Nullable List<LocalizedText> missing) {}
