package org.kongdee.evidence.item;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The days an item is about, both ends included: a report on January covers it from the 1st to the
 * 31st.
 *
 * @param from the first day
 * @param to the last day, not before the first
 */
@Embeddable
@Schema(name = "Coverage")
public record Coverage(
        @Column(name = "coverage_from") @NotNull @Schema(examples = "2022-01-01") LocalDate from,
        @Column(name = "coverage_to") @NotNull @Schema(examples = "2022-01-31") LocalDate to) {}
