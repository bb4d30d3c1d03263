package org.kongdee.evidence.collection;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kongdee.web.text.LocalizedText;

/**
 * A unit that takes part in a collection.
 *
 * @param storedBytes the size of all its files
 */
@Schema(name = "EnrolledUnit")
public record EnrolledUnit(
        @Schema(examples = "SLK") String unit,
        LocalizedText title,
        List<Section> sections,
        long storedBytes,
        @JsonIgnore long revision) {

    public EnrolledUnit {
        sections = List.copyOf(sections);
    }

    public boolean hasSection(String code) {
        return sections.stream().anyMatch(section -> section.code().equals(code));
    }

    boolean is(PutUnit wanted) {
        return title.equals(wanted.title()) && sections.equals(wanted.sections());
    }
}
