package org.kongdee.rubric.rubric;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.document.Warning;
import org.kongdee.web.etag.Tagged;
import org.kongdee.web.text.LocalizedText;

/**
 * A version of a rubric as lists and answers show it; the document itself is read under its own
 * path.
 *
 * @param status whether it may still be replaced
 * @param hash SHA-256 of the canonical document, in hexadecimal
 * @param criteria how many criteria there are
 * @param max the most points there are, if everything applies
 * @param deadlines how many due dates it fixes for all units
 * @param warnings what is legal but odd; the first 100 of more
 * @param publishedAt when it was published, in business time; null for a draft
 * @param etag of the document, for {@code If-Match}
 */
@Schema(name = "RubricVersion")
public record RubricVersionView(
        @Schema(examples = "division-contest") String rubric,
        @Schema(examples = "2565") String version,
        Status status,
        LocalizedText title,
        String hash,
        @Schema(examples = "51") int criteria,
        @Schema(examples = "120") BigDecimal max,
        @Schema(examples = "4") int deadlines,
        List<Warning> warnings,
        Instant changedAt,
        @Nullable Instant publishedAt,
        String etag)
        implements Tagged {

    public RubricVersionView {
        warnings = List.copyOf(warnings);
    }

    static RubricVersionView of(RubricVersion version) {
        return new RubricVersionView(
                version.rubric(),
                version.version(),
                version.status(),
                version.title(),
                version.hash(),
                version.criteria(),
                version.max(),
                version.deadlines(),
                version.warnings(),
                version.changedAt(),
                version.publishedAt(),
                version.etag());
    }

    /** A draft may be replaced; what is published is for ever. */
    @Schema(name = "RubricStatus")
    public enum Status {
        DRAFT,
        PUBLISHED
    }
}
