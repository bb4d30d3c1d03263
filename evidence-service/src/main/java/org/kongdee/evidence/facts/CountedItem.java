package org.kongdee.evidence.facts;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.evidence.facts.UnitFacts.Days;

/**
 * One item that counts, with what a rule can ask of it and no more: no title, no file.
 *
 * @param date when the evidence is from
 * @param coverage the days it is about; null if it states none
 * @param fields what the document states, in alphabetical order
 * @param accepted whether it counts now
 * @param withPending whether it would count if everything that waits for review were accepted; an
 *     item that a waiting version is to replace would not
 */
@Schema(name = "CountedItem")
record CountedItem(
        @Schema(examples = "1.1.2") String slot,
        @Schema(examples = "communication") String kind,
        @Nullable String channel,
        @Nullable String section,
        LocalDate date,
        @Nullable Days coverage,
        List<String> fields,
        boolean accepted,
        boolean withPending) {}
