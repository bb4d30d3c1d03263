package org.kongdee.rubric.milestone;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.milestone.MilestoneView.Status;
import org.kongdee.web.problem.FieldError;
import org.kongdee.web.problem.RuleBroken;
import org.kongdee.web.text.Message;
import org.kongdee.web.text.Multiline;

/**
 * What somebody says about a milestone: done, waived, open again, or another day.
 *
 * @param status DONE, WAIVED, or PLANNED to undo either
 * @param due another day inside the cycle's period, of a deadline of the rubric
 * @param reason why, or what there is to answer; kept and shown
 * @param by for whom a service speaks; left out by everybody else
 * @param byName what that person is called
 */
@Schema(examples = "{\"status\":\"DONE\",\"reason\":\"Handed in on paper, file 12/2565\"}")
public record PatchMilestone(
        @Schema(enumeration = {"PLANNED", "DONE", "WAIVED"}) @Nullable Status status,
        @Nullable LocalDate due,
        @Multiline @NotBlank @Size(max = 2000) String reason,
        @Size(max = 200) @Nullable String by,
        @Size(max = 200) @Nullable String byName) {

    public PatchMilestone {
        if (status == null && due == null) {
            throw new RuleBroken(
                    "nothing-to-change",
                    Message.of("Name status, due or both."),
                    List.of(
                            FieldError.at("/status", Message.of("PLANNED, DONE or WAIVED")),
                            FieldError.at("/due", Message.of("a date such as 2022-01-15"))));
        }
        if (status == Status.MET || status == Status.CANCELLED) {
            throw RuleBroken.at(
                    "status-not-by-hand",
                    "/status",
                    Message.of(
                            "%s is never set by hand; expected PLANNED, DONE or WAIVED.", status));
        }
    }
}
