package org.kongdee.notification.deadline;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who settled a milestone by hand.
 *
 * @param by the `sub` of their token, or how the service that spoke for them names them
 * @param byName their name at the time; null if nobody said it
 * @param at when they did, in business time (RFC 3339)
 * @param answer what they said of it; null if nothing
 */
@Schema(name = "Settled")
@JsonIgnoreProperties(ignoreUnknown = true)
public record Settled(String by, @Nullable String byName, Instant at, @Nullable String answer) {}
