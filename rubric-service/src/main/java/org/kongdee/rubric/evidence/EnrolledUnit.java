package org.kongdee.rubric.evidence;

import java.util.List;
import org.kongdee.rubric.assessment.Enrolment;
import org.kongdee.rubric.unit.Section;
import org.kongdee.web.text.LocalizedText;

/** What evidence-service is told of a unit that takes part. */
record EnrolledUnit(String unit, LocalizedText title, List<Section> sections) {

    EnrolledUnit {
        sections = List.copyOf(sections);
    }

    static List<EnrolledUnit> of(List<Enrolment> units) {
        return units.stream()
                .map(each -> new EnrolledUnit(each.unit(), each.title(), each.sections()))
                .toList();
    }
}
