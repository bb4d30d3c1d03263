package org.kongdee.evidence.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The facts of one unit; slots and kinds without evidence are left out.
 *
 * @param slots those with evidence that counts, in the order of the rubric
 */
@Schema(name = "UnitFacts")
public record UnitFacts(@Schema(examples = "SLK") String unit, List<SlotFacts> slots) {

    public UnitFacts {
        slots = List.copyOf(slots);
    }

    /**
     * The facts of one slot.
     *
     * @param kinds those with evidence that counts
     */
    @Schema(name = "SlotFacts")
    public record SlotFacts(@Schema(examples = "2.4") String slot, List<KindFacts> kinds) {

        public SlotFacts {
            kinds = List.copyOf(kinds);
        }
    }

    /**
     * The facts of one kind of evidence.
     *
     * @param count how many items
     * @param channels the distinct channels they name
     * @param sections of each section they name, by its code, how many and since when
     * @param first the earliest date of evidence
     * @param last the latest date of evidence
     * @param coverage the days that the items are about, merged: adjacent and overlapping ones are
     *     one
     * @param fieldSets which fields are stated together, and by how many items
     */
    @Schema(name = "KindFacts")
    public record KindFacts(
            @Schema(examples = "signed-agreement") String kind,
            @Schema(examples = "9") long count,
            List<String> channels,
            SortedMap<String, SectionFacts> sections,
            LocalDate first,
            LocalDate last,
            List<Days> coverage,
            List<FieldSet> fieldSets) {}

    /**
     * The items of one section.
     *
     * @param count how many items
     * @param first the earliest date of evidence
     */
    @Schema(name = "SectionFacts")
    public record SectionFacts(long count, LocalDate first) {}

    /**
     * Days on end, both ends included.
     *
     * @param from the first day
     * @param to the last day
     */
    @Schema(name = "Days")
    public record Days(LocalDate from, LocalDate to) {}

    /**
     * Fields that items state together.
     *
     * @param fields their names, in alphabetical order
     * @param count how many items
     */
    @Schema(name = "FieldSet")
    public record FieldSet(@Schema(examples = "[\"director\"]") List<String> fields, long count) {}
}
