package org.kongdee.notification.task;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A figure that each report states.
 *
 * @param code small letters, digits and hyphens, such as spent
 * @param title what it is: in both languages, or one text for both
 */
@Schema(
        name = "TaskFigure",
        examples =
                "{\"code\": \"spent\", \"title\": {\"en\": \"Budget spent\", \"th\": \"ผลการใช้จ่าย\"}}")
public record Figure(
        @NotNull(message = "code is required")
                @Pattern(
                        regexp = Figure.CODE,
                        message =
                                "code is 1 to 32 small letters, digits and hyphens, beginning with a letter or digit, such as spent")
                String code,
        @NotNull(message = "title is required") @Valid Title title) {

    static final String CODE = "^[a-z0-9][a-z0-9-]{0,31}$";
}
