package org.kongdee.evidence.item;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.evidence.link.LinkStatus;

/** How an item's link was when it was last looked at. */
@Schema(name = "LinkState")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LinkView(
        LinkStatus status,
        @Nullable Instant checkedAt,
        @Nullable String location,
        @Nullable String note) {}
