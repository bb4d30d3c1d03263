package org.kongdee.evidence.collection;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kongdee.web.text.LocalizedText;
import org.kongdee.web.text.Message;

/**
 * What evidence can be for a slot.
 *
 * @param code stands once in a slot
 * @param title for people
 */
public record Kind(
        @NotNull
                @Pattern(regexp = Codes.WORD, message = Codes.WORD_HINT)
                @Schema(examples = "communication")
                String code,
        @NotNull LocalizedText title) {

    /** What it is called, with the code that has to be typed. */
    public Message named() {
        return Message.of("%s (%s)", title, code);
    }
}
