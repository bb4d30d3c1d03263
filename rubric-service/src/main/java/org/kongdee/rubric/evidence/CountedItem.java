package org.kongdee.rubric.evidence;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.facts.Coverage;
import org.kongdee.rubric.facts.EvidenceItem;

/**
 * A version of an item, as evidence-service tells it: one that counts now, or would, or one that
 * people are told of all the same, because it was rejected or is dated outside the period.
 *
 * @param slot the code of the criterion
 * @param note what the reviewer wrote; null if nothing
 * @param reviewedAt null if nobody has reviewed it
 * @param accepted whether it counts, from its date on
 * @param withPending whether it would if everything that waits were accepted
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CountedItem(
        String id,
        int version,
        String slot,
        String kind,
        @Nullable String channel,
        @Nullable String section,
        LocalDate date,
        @Nullable Coverage coverage,
        List<String> fields,
        String title,
        @Nullable String link,
        List<File> files,
        Instant filedAt,
        String filedBy,
        @Nullable String filedByName,
        Status status,
        @Nullable String note,
        @Nullable Instant reviewedAt,
        boolean accepted,
        boolean withPending) {

    /** What the review has made of it. */
    public enum Status {
        PENDING,
        ACCEPTED,
        REJECTED
    }

    /** A file of it; the bytes stay where they are. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record File(String name, String sha256) {}

    public CountedItem {
        fields = List.copyOf(fields);
        files = List.copyOf(files);
    }

    /** Whether it is among what is accepted on a day. */
    public boolean counts(LocalDate day) {
        return accepted && !date.isAfter(day);
    }

    public boolean isWaiting() {
        return status == Status.PENDING;
    }

    public EvidenceItem evidence() {
        return new EvidenceItem(
                slot, kind, channel, section, date, coverage, Set.copyOf(fields), null);
    }
}
