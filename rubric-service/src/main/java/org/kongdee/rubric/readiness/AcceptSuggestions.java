package org.kongdee.rubric.readiness;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which suggestions to take.
 *
 * @param criteria codes of the criteria; without it, all
 */
@Schema(examples = "{\"criteria\":[\"1.1.2\",\"2.4\"]}")
public record AcceptSuggestions(
        @Nullable @Size(min = 1, max = 10_000) List<@NotNull String> criteria) {

    static final AcceptSuggestions ALL = new AcceptSuggestions(null);

    public AcceptSuggestions {
        criteria = criteria == null ? null : List.copyOf(criteria);
    }
}
