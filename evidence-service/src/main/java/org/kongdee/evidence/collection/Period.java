package org.kongdee.evidence.collection;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The days a collection is about, both ends included. Evidence of other days does not count.
 *
 * @param start the first day
 * @param end the last day, not before the first
 */
public record Period(
        @NotNull @Schema(examples = "2021-08-01") LocalDate start,
        @NotNull @Schema(examples = "2022-07-30") LocalDate end) {}
