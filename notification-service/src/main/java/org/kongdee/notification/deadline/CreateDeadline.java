package org.kongdee.notification.deadline;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A deadline of the unit's own: one due date, or a first day and a rule. */
@Schema(
        examples =
                """
                {"title": {"en": "Spending report", "th": "รายงานการใช้จ่าย"}, "unit": "SLK", "sections": ["FINANCE"],
                 "start": "2022-01-30", "rrule": "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1"}""")
public record CreateDeadline(
        @NotNull(message = "title is required") @Valid Title title,
        @NotNull(message = "unit is required")
                @Pattern(
                        regexp = CODE,
                        message = "unit has capital letters, digits and hyphens, such as SLK")
                @Schema(examples = "SLK")
                String unit,
        @Schema(description = "Owner sections, or ALL; this or recipients")
                @Nullable
                @Size(max = 100, message = "sections has at most 100 items")
                List<
                                @NotNull(message = "a section is a code such as LEGAL")
                                @Pattern(
                                        regexp = CODE,
                                        message =
                                                "a section has capital letters, digits and hyphens, such as LEGAL")
                                String>
                        sections,
        @Schema(description = "Codes of recipients who are told instead of sections")
                @Nullable
                @Size(max = 100, message = "recipients has at most 100 items")
                List<@NotNull(message = "a recipient is named by its code") String> recipients,
        @Schema(description = "The one due date; this, or start and rrule", examples = "2022-04-11")
                @Nullable LocalDate due,
        @Schema(description = "The day the rule counts from") @Nullable LocalDate start,
        @Schema(
                        description = "Recurrence by RFC 5545, at most 200 characters",
                        examples = "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1")
                @Nullable String rrule) {

    static final String CODE = "[A-Z0-9][A-Z0-9-]{0,31}";
}
