package org.kongdee.evidence.collection;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kongdee.web.text.LocalizedText;

/**
 * What a slot shall be.
 *
 * @param code stands once in a collection; for a rubric, the code of the criterion
 * @param title for people
 * @param kinds the kinds of evidence it takes, each once; none means that any word is a kind
 * @param channels the channels an item may name; none means that items name none
 */
public record PutSlot(
        @NotNull
                @Pattern(regexp = Codes.SLOT, message = Codes.SLOT_HINT)
                @Schema(examples = "1.1.2")
                String code,
        @NotNull LocalizedText title,
        @NotNull @Size(max = MOST) List<@NotNull @Valid Kind> kinds,
        @JsonProperty(defaultValue = "[]") @Size(max = MOST)
                List<@NotNull @Pattern(regexp = Codes.WORD, message = Codes.WORD_HINT) String>
                        channels) {

    /** As many kinds, and as many channels, as a whole rubric has. */
    private static final int MOST = 200;

    public PutSlot {
        channels = channels == null ? List.of() : List.copyOf(channels);
    }

    Slot slot() {
        return new Slot(code, title, kinds, channels);
    }
}
