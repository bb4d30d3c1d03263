package org.kongdee.notification.deadline;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What changes about a deadline; what is absent stays. Naming sections replaces recipients and
 * back.
 */
@Schema(examples = "{\"due\": \"2022-04-18\"}")
public record PatchDeadline(
        @Nullable @Valid Title title,
        @Nullable @Size(min = 1, max = 100, message = "sections has 1 to 100 items")
                List<
                                @NotNull(message = "a section is a code such as LEGAL")
                                @Pattern(
                                        regexp = CreateDeadline.CODE,
                                        message =
                                                "a section has capital letters, digits and hyphens, such as LEGAL")
                                String>
                        sections,
        @Nullable @Size(min = 1, max = 100, message = "recipients has 1 to 100 items")
                List<@NotNull(message = "a recipient is named by its code") String> recipients,
        @Nullable LocalDate due,
        @Nullable LocalDate start,
        @Nullable String rrule) {}
