package org.kongdee.evidence.item;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.kongdee.web.text.Multiline;

/**
 * Why an item's bytes are removed for good; it stays as the tombstone.
 *
 * @param reason is kept, and shown to all who see the item: without what must be forgotten
 */
public record PurgeEvidence(@Multiline @NotBlank @Size(max = 2000) String reason) {}
