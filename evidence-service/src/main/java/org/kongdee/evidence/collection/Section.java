package org.kongdee.evidence.collection;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kongdee.web.params.Keys;
import org.kongdee.web.text.LocalizedText;

/**
 * A part of a unit.
 *
 * @param code stands once in a unit
 * @param title for people
 */
public record Section(
        @NotNull
                @Pattern(regexp = Keys.UPPER, message = Keys.UPPER_HINT)
                @Schema(examples = "LEGAL")
                String code,
        @NotNull LocalizedText title) {}
