package org.kongdee.evidence.item;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why an item's bytes are removed for good; it stays as the tombstone. */
public record PurgeEvidence(@NotBlank @Size(max = 2000) String reason) {}
