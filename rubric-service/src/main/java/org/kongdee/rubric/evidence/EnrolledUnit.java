package org.kongdee.rubric.evidence;

import java.util.List;
import org.kongdee.web.text.LocalizedText;

/** A unit that hands in evidence, with the sections it had when it was enrolled. */
public record EnrolledUnit(String unit, LocalizedText title, List<Section> sections) {

    public EnrolledUnit {
        sections = List.copyOf(sections);
    }

    /** A section of the unit. */
    public record Section(String code, LocalizedText title) {}
}
