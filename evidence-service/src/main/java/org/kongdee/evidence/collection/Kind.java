package org.kongdee.evidence.collection;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kongdee.web.text.LocalizedText;

/**
 * What evidence can be for a slot.
 *
 * @param code stands once in a slot
 * @param title for people
 */
public record Kind(
        @NotNull @Pattern(regexp = Codes.WORD) @Schema(examples = "communication") String code,
        @NotNull LocalizedText title) {

    /** What it is called, with the code that has to be typed. */
    public String named() {
        return "%s (%s)".formatted(title.en(), code);
    }
}
