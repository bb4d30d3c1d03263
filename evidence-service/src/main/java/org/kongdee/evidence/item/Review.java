package org.kongdee.evidence.item;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who decided about an item. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Review(String by, Instant at, @Nullable String note) {}
