package org.kongdee.rubric.assessment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.facts.Period;
import org.kongdee.rubric.facts.Scope;
import org.kongdee.rubric.unit.Section;
import org.kongdee.web.text.LocalizedText;

/**
 * A unit that takes part in a cycle, with the sections it had when it was enrolled.
 *
 * @param group of those of the rubric; null if it has none
 */
public record Enrolment(
        String unit, LocalizedText title, List<Section> sections, @Nullable String group) {

    public Enrolment {
        sections = List.copyOf(sections);
    }

    public List<String> sectionCodes() {
        return sections.stream().map(Section::code).toList();
    }

    /** What its evidence counts in. */
    public Scope scope(Period period) {
        return Section.scope(sections, period);
    }
}
