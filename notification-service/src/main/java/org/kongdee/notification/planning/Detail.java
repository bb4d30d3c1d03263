package org.kongdee.notification.planning;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.text.LocalizedText;

/**
 * What is said of a deadline besides what and when.
 *
 * @param section the one that owes it by itself; null if its sections owe it jointly
 * @param sectionTitles of its sections, {@link Deadline#ALL} resolved; empty if nobody told them
 * @param criterionTitle of a milestone
 * @param criterionLabel the number that people know the criterion by; null if that is its code
 * @param example of what shows that a milestone is met
 * @param given by whom and where, if it is a task
 */
public record Detail(
        @Nullable String section,
        List<SectionTitle> sectionTitles,
        @Nullable LocalizedText criterionTitle,
        @Nullable String criterionLabel,
        @Nullable LocalizedText example,
        @Nullable Given given) {

    /** Where there is nothing more to say. */
    public static final Detail NONE = new Detail(null, List.of(), null, null, null, null);

    /** The names, as far as they are told, of the section or sections that owe it. */
    public List<SectionTitle> ownerTitles() {
        return section == null
                ? sectionTitles
                : sectionTitles.stream().filter(title -> title.code().equals(section)).toList();
    }

    public Detail {
        sectionTitles = List.copyOf(sectionTitles);
    }
}
