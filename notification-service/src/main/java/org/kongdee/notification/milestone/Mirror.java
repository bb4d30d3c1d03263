package org.kongdee.notification.milestone;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How far the mirror of a cycle has got. */
record Mirror(
        String cycle,
        @Nullable String cursor,
        LocalDate periodEnd,
        @Nullable Instant syncedAt,
        @Nullable String failure) {}
