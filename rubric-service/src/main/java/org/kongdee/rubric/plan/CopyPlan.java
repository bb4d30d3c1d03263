package org.kongdee.rubric.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.params.Keys;
import org.kongdee.web.text.Multiline;

/**
 * Which plan is to be copied, and how.
 *
 * @param cycle key of the cycle to copy from
 * @param unit whose plan; left out, that of the unit itself
 * @param sections what the sections there are called here; those that both units have need not be
 *     named
 * @param replace whether a plan that is here already gives way
 * @param dryRun whether nothing is to be written
 * @param reason why; needed if a milestone of an open cycle moves or goes
 */
@Schema(
        examples =
                "{\"cycle\":\"division-contest-2565\",\"unit\":\"SLK\",\"sections\":{\"LEGAL\":\"LEGAL\"},\"replace\":true,\"dryRun\":true}")
public record CopyPlan(
        @NotNull @Pattern(regexp = Keys.LOWER) String cycle,
        @Pattern(regexp = Keys.UPPER) @Nullable String unit,
        @JsonProperty(defaultValue = "{}") @Size(max = 200)
                Map<String, @NotNull @Pattern(regexp = Keys.UPPER) String> sections,
        @JsonProperty(defaultValue = "false") @Nullable Boolean replace,
        @JsonProperty(defaultValue = "false") @Nullable Boolean dryRun,
        @Multiline @Size(max = 2000) @Nullable String reason) {

    public CopyPlan {
        sections = sections == null ? Map.of() : Map.copyOf(sections);
        replace = Boolean.TRUE.equals(replace);
        dryRun = Boolean.TRUE.equals(dryRun);
    }
}
