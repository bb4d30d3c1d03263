package org.kongdee.rubric.unit;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kongdee.web.params.Keys;
import org.kongdee.web.text.LocalizedText;

/**
 * A section of a unit; its head answers for the criteria it owns.
 *
 * @param code unique in the unit; 1 to 32 of A-Z, 0-9 and -
 */
public record Section(
        @Schema(examples = "LEGAL")
                @NotNull
                @Pattern(regexp = Keys.UPPER, message = Keys.UPPER_HINT)
                String code,
        @NotNull LocalizedText title) {}
