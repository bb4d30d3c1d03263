package org.kongdee.notification.milestone;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How fresh the mirror of a cycle is. */
record Mirror(String cycle, @Nullable Instant syncedAt, @Nullable String failure) {}
