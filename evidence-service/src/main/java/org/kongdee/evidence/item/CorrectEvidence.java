package org.kongdee.evidence.item;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.text.Multiline;

/**
 * A correction of what an item is called; anything else that changes makes a new version.
 *
 * @param title the new title; null leaves it
 * @param description the new description; null leaves it, an empty text takes it away
 */
public record CorrectEvidence(
        @Size(min = 1, max = 500) @Pattern(regexp = ".*\\S.*", message = "must not be blank")
                @Nullable String title,
        @Multiline @Size(max = 10_000) @Nullable String description) {}
