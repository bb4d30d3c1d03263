package org.kongdee.rubric.unit;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kongdee.web.etag.Tagged;
import org.kongdee.web.text.LocalizedText;

/**
 * A unit that is scored.
 *
 * @param sections in the order in which they are shown
 * @param etag for {@code If-Match}; the same as the header where it stands alone
 */
@Schema(name = "Unit")
public record UnitView(
        @Schema(examples = "SLK") String unit,
        LocalizedText title,
        List<Section> sections,
        Instant changedAt,
        @Schema(examples = "\"7\"") String etag)
        implements Tagged {

    static UnitView of(Unit unit) {
        return new UnitView(
                unit.unit(), unit.title(), unit.sections(), unit.changedAt(), unit.etag());
    }
}
