package org.kongdee.evidence.collection;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kongdee.web.etag.Tagged;
import org.kongdee.web.text.LocalizedText;

/**
 * A unit that takes part in a collection.
 *
 * @param title for people
 * @param sections all its sections, none if it has none
 * @param storedBytes the size of all its files in this collection, in bytes
 * @param etag for {@code If-Match}; the same as the header where it stands alone
 */
@Schema(name = "EnrolledUnit")
public record UnitView(
        @Schema(examples = "SLK") String unit,
        LocalizedText title,
        List<Section> sections,
        long storedBytes,
        @Schema(examples = "\"7\"") String etag)
        implements Tagged {

    public UnitView {
        sections = List.copyOf(sections);
    }

    static UnitView of(EnrolledUnit unit) {
        return new UnitView(
                unit.unit(), unit.title(), unit.sections(), unit.storedBytes(), unit.etag());
    }

    public boolean hasSection(String code) {
        return sections.stream().anyMatch(section -> section.code().equals(code));
    }
}
