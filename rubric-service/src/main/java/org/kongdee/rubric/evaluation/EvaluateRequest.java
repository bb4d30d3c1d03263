package org.kongdee.rubric.evaluation;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.claim.ClaimSchema;
import org.kongdee.rubric.facts.Coverage;
import org.kongdee.rubric.facts.EvidenceItem;
import org.kongdee.rubric.facts.Period;
import org.kongdee.rubric.scoring.Claim;
import org.kongdee.rubric.scoring.Evaluation;

/**
 * What is to be scored.
 *
 * @param period the days whose evidence counts
 * @param asOf evidence after this day is left out; null for none
 * @param sections codes of the sections of the unit, at most 100
 * @param group of the unit, one of the rubric's; needed if it has any
 * @param claims by the code of the criterion, at most 10,000; such a criterion is scored by its
 *     claim, any other by its evidence
 * @param confirmed whether claims of "not applicable" count as confirmed; if not, they count 0
 * @param evidence what was shown, at most 10,000 items
 */
@Schema(
        examples =
                """
                {"period":{"start":"2021-08-01","end":"2022-07-30"},"asOf":"2021-12-20","sections":["LEGAL","PLAN"],
                 "claims":{"1.1.2":{"rung":2}},
                 "evidence":[{"criterion":"2.1","kind":"plan","section":"PLAN","date":"2021-10-25"}]}
                """)
public record EvaluateRequest(
        Period period,
        @Nullable LocalDate asOf,
        @JsonProperty(defaultValue = "[]") @Size(max = 100) Set<String> sections,
        @Schema(examples = "SMALL") @Nullable String group,
        @Schema(
                        type = SchemaType.OBJECT,
                        implementation = Object.class,
                        additionalProperties = ClaimSchema.class,
                        maxProperties = 10_000)
                @JsonProperty(defaultValue = "{}")
                @Size(max = 10_000)
                Map<String, Claim> claims,
        @JsonProperty(defaultValue = "false") @Nullable Boolean confirmed,
        @JsonProperty(defaultValue = "[]") @Size(max = 10_000) List<@Valid Item> evidence) {

    public EvaluateRequest {
        sections = sections == null ? Set.of() : Set.copyOf(sections);
        claims = claims == null ? Map.of() : Map.copyOf(claims);
        evidence = evidence == null ? List.of() : List.copyOf(evidence);
    }

    /**
     * One thing that was shown.
     *
     * @param criterion code of the criterion it is for
     * @param kind of evidence, one of those that the criterion takes
     * @param channel code of the channel it went by, one of the rubric's; null if by none
     * @param section code of the section it is of, one of the unit's; null if of none
     * @param date the day it is of
     * @param coverage the days it reports on; null if it reports on none
     * @param fields what it states, such as {@code director}; at most 50
     * @param title what people call it; counts for nothing
     */
    @Schema(name = "EvaluatedItem")
    public record Item(
            String criterion,
            String kind,
            @Nullable String channel,
            @Nullable String section,
            LocalDate date,
            @Nullable Coverage coverage,
            @JsonProperty(defaultValue = "[]") @Size(max = 50) Set<String> fields,
            @Nullable @Size(max = 1000) String title) {

        public Item {
            fields = fields == null ? Set.of() : Set.copyOf(fields);
        }

        EvidenceItem evidence() {
            return new EvidenceItem(
                    criterion, kind, channel, section, date, coverage, fields, title);
        }
    }

    Evaluation.Request request() {
        return new Evaluation.Request(
                period,
                asOf,
                sections,
                claims,
                Boolean.TRUE.equals(confirmed),
                evidence.stream().map(Item::evidence).toList());
    }
}
