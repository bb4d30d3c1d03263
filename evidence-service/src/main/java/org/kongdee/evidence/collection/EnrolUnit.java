package org.kongdee.evidence.collection;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kongdee.web.params.Keys;
import org.kongdee.web.text.LocalizedText;

/**
 * One of many units to enrol.
 *
 * @param title for people
 * @param sections all its sections, none if it has none; a code stands once
 */
public record EnrolUnit(
        @NotNull @Pattern(regexp = Keys.UPPER, message = Keys.UPPER_HINT) @Schema(examples = "SLK")
                String unit,
        @NotNull LocalizedText title,
        @JsonProperty(defaultValue = "[]") @Size(max = 200)
                List<@NotNull @Valid Section> sections) {

    public EnrolUnit {
        sections = sections == null ? List.of() : List.copyOf(sections);
    }
}
