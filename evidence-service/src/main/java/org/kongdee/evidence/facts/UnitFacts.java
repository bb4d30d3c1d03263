package org.kongdee.evidence.facts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The facts of one unit; slots and kinds without evidence are left out. */
@Schema(name = "UnitFacts")
public record UnitFacts(@Schema(examples = "SLK") String unit, List<SlotFacts> slots) {

    public UnitFacts {
        slots = List.copyOf(slots);
    }

    /** The facts of one slot. */
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
     * @param sections of each section they name, how many and since when
     * @param first the earliest date of evidence
     * @param last the latest
     * @param coverage the days that the items are about, merged: adjacent and overlapping ones are
     *     one
     * @param fieldSets which fields are stated together, and by how many items
     */
    @Schema(name = "KindFacts")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record KindFacts(
            @Schema(examples = "signed-agreement") String kind,
            @Schema(examples = "9") long count,
            List<String> channels,
            SortedMap<String, SectionFacts> sections,
            LocalDate first,
            LocalDate last,
            List<Days> coverage,
            List<FieldSet> fieldSets) {}

    /** The items of one section. */
    @Schema(name = "SectionFacts")
    public record SectionFacts(long count, LocalDate first) {}

    /** Days on end, both ends included. */
    @Schema(name = "Days")
    public record Days(LocalDate from, LocalDate to) {}

    /** Fields that items state together. */
    @Schema(name = "FieldSet")
    public record FieldSet(@Schema(examples = "director") List<String> fields, long count) {}
}
