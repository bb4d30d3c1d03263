package org.kongdee.notification.recipient;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.planning.Post;
import org.kongdee.notification.planning.Role;
import org.kongdee.web.params.Keys;

/**
 * A place that somebody holds; who acts for others has several.
 *
 * @param sections codes of the sections whose work it is, such as LEGAL; null or empty means all of
 *     the unit's
 */
@Schema(examples = "{\"unit\": \"SLK\", \"sections\": [\"LEGAL\"], \"role\": \"HEAD\"}")
public record PutPost(
        @NotNull(message = "unit is required")
                @Pattern(
                        regexp = Keys.UPPER,
                        message =
                                "unit is 1 to 32 capital letters, digits and hyphens, beginning with a letter or digit, such as SLK")
                @Schema(examples = "SLK")
                String unit,
        @Nullable @Size(max = 100, message = "sections has at most 100 items")
                List<
                                @NotNull(message = "a section is a code such as LEGAL")
                                @Pattern(
                                        regexp = Keys.UPPER,
                                        message =
                                                "a section is 1 to 32 capital letters, digits and hyphens, beginning with a letter or digit, such as LEGAL")
                                String>
                        sections,
        @NotNull(message = "role is required: OFFICER, HEAD, DIRECTOR or ASSESSOR") Role role) {

    Post post() {
        return new Post(unit, new TreeSet<>(requireNonNullElse(sections, List.<String>of())), role);
    }
}
