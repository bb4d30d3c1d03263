package org.kongdee.evidence.collection;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The days a collection is about, both ends included. */
public record Period(
        @NotNull @Schema(examples = "2021-08-01") LocalDate start,
        @NotNull @Schema(examples = "2022-07-30") LocalDate end) {}
