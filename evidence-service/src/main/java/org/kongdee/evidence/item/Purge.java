package org.kongdee.evidence.item;

import java.time.Instant;

/** The tombstone: who had the bytes removed, when and why. */
public record Purge(String by, Instant at, String reason) {}
