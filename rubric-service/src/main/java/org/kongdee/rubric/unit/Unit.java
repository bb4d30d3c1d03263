package org.kongdee.rubric.unit;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kongdee.web.text.LocalizedText;

/**
 * A unit that is scored.
 *
 * @param unit natural key
 * @param sections in the order in which they are shown
 * @param changedAt when it last changed, business time
 */
public record Unit(
        @Schema(examples = "SLK") String unit,
        LocalizedText title,
        List<Section> sections,
        Instant changedAt) {

    public Unit {
        sections = List.copyOf(sections);
    }

    boolean says(PutUnit wanted) {
        return title.equals(wanted.title()) && sections.equals(wanted.sections());
    }
}
