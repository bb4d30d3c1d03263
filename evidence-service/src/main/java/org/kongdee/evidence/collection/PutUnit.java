package org.kongdee.evidence.collection;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.kongdee.web.text.LocalizedText;

/**
 * What an enrolled unit shall be.
 *
 * @param title for people
 * @param sections all its sections, none if it has none; a code stands once
 */
public record PutUnit(
        @NotNull LocalizedText title,
        @JsonProperty(defaultValue = "[]") @Size(max = 200)
                List<@NotNull @Valid Section> sections) {

    public PutUnit {
        sections = sections == null ? List.of() : List.copyOf(sections);
    }
}
