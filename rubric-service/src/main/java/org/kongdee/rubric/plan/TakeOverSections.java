package org.kongdee.rubric.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.params.Keys;
import org.kongdee.web.text.Multiline;

/**
 * Why an assessment takes over the sections that its unit has now.
 *
 * @param reason why; kept with what it changes
 * @param renamed what sections that go are called now, so that what they owe stays with them
 * @param dryRun whether nothing is to be written
 */
@Schema(
        examples =
                "{\"reason\":\"Reorganised on 1 April, order 12/2565\",\"renamed\":{},\"dryRun\":true}")
public record TakeOverSections(
        @Multiline @NotBlank @Size(max = 2000) String reason,
        @JsonProperty(defaultValue = "{}") @Size(max = 200)
                Map<String, @NotNull @Pattern(regexp = Keys.UPPER) String> renamed,
        @JsonProperty(defaultValue = "false") @Nullable Boolean dryRun) {

    public TakeOverSections {
        renamed = renamed == null ? Map.of() : Map.copyOf(renamed);
        dryRun = Boolean.TRUE.equals(dryRun);
    }
}
