package org.kongdee.notification.planning;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.text.LocalizedText;

/**
 * What a deadline has more of if it is a milestone.
 *
 * @param section the one that owes it by itself; null if its sections owe it jointly
 * @param sectionTitles of its sections, {@link Deadline#ALL} resolved
 * @param persons recipients who are told besides the people of its sections
 * @param example of what shows that it is done
 */
public record MilestoneDetail(
        @Nullable String section,
        List<SectionTitle> sectionTitles,
        Set<String> persons,
        @Nullable LocalizedText criterionTitle,
        @Nullable LocalizedText example) {

    /** Of what is no milestone. */
    public static final MilestoneDetail NONE =
            new MilestoneDetail(null, List.of(), Set.of(), null, null);

    public MilestoneDetail {
        sectionTitles = List.copyOf(sectionTitles);
        persons = Set.copyOf(persons);
    }
}
