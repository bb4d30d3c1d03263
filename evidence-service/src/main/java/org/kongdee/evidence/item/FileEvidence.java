package org.kongdee.evidence.item;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.evidence.collection.Codes;
import org.kongdee.web.text.Multiline;

/**
 * What an item shall say; its files come beside it.
 *
 * @param unit key of the unit, which is the officer's own
 * @param kind what it is evidence of; one of the slot's kinds, required where the slot has any; any
 *     word where it has none, and null for {@code evidence}
 * @param channel where the evidence appeared, one of the slot's channels; null if that doesn't
 *     matter
 * @param description more about it; null for none
 * @param date when the evidence is from, which need not be the day of the upload
 * @param coverage the days it is about; null where that doesn't matter
 * @param fields what the document states, such as who signed it
 * @param link a page that is the evidence: http or https, port 80 or 443, at most 2,000 characters;
 *     null if only files are
 * @param copyFiles files of items of the same unit
 */
@Schema(name = "Evidence")
public record FileEvidence(
        @NotNull @Schema(examples = "SLK") String unit,
        @NotNull @Schema(examples = "1.1.2") String slot,
        @Nullable
                @Pattern(regexp = Codes.WORD, message = Codes.WORD_HINT)
                @Schema(examples = "communication")
                String kind,
        @Nullable @Schema(examples = "line") String channel,
        @Nullable @Schema(examples = "LEGAL") String section,
        @NotBlank @Size(max = 500) String title,
        @Multiline @Size(max = 10_000) @Nullable String description,
        @NotNull @Schema(examples = "2022-01-10") LocalDate date,
        @Valid @Nullable Coverage coverage,
        @JsonProperty(defaultValue = "[]") @Size(max = 50)
                List<@NotNull @Pattern(regexp = Codes.WORD, message = Codes.WORD_HINT) String>
                        fields,
        @Nullable @Schema(examples = "https://www.example.org/announcement") String link,
        @JsonProperty(defaultValue = "[]") @Size(max = 50)
                List<@NotNull @Valid CopyFile> copyFiles) {

    public FileEvidence {
        fields = fields == null ? List.of() : List.copyOf(fields);
        copyFiles = copyFiles == null ? List.of() : List.copyOf(copyFiles);
    }
}
