package org.kongdee.evidence.facts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.evidence.facts.UnitFacts.Days;
import org.kongdee.evidence.item.ItemStatus;

/**
 * One version of a piece of evidence, with what rules ask of it and what people are told of it.
 *
 * @param id of this version
 * @param version counts from 1
 * @param section code of the section it is of, also one that the unit no longer has; null if it is
 *     of the whole unit
 * @param date when the evidence is from
 * @param coverage the days it is about; null if it states none
 * @param fields what the document states, in alphabetical order
 * @param link a page that is the evidence; null if only files are
 * @param files in the order in which they were sent, then those that were copied
 * @param filedAt when it was filed, in business time (RFC 3339)
 * @param filedBy the {@code sub} of who filed it
 * @param filedByName the name that the token of who filed it had at the time; null if it had none
 * @param status where it stands: PENDING, ACCEPTED or REJECTED
 * @param note what the reviewer wrote; null if nobody reviewed it or there was nothing to say
 * @param reviewedAt when it was accepted or rejected, in business time (RFC 3339); null if it
 *     wasn't
 * @param accepted whether it counts, from its date on: it is ACCEPTED and dated inside the period
 * @param withPending whether it would count if everything that waits for review were accepted; an
 *     item that a waiting version is to replace would not
 */
@Schema(name = "UnitItem")
record UnitItem(
        UUID id,
        int version,
        @Schema(examples = "1.1.2") String slot,
        @Schema(examples = "communication") String kind,
        @Nullable String channel,
        @Nullable String section,
        LocalDate date,
        @Nullable Days coverage,
        List<String> fields,
        String title,
        @Nullable String link,
        List<File> files,
        Instant filedAt,
        String filedBy,
        @Nullable String filedByName,
        ItemStatus status,
        @Nullable String note,
        @Nullable Instant reviewedAt,
        boolean accepted,
        boolean withPending) {

    /**
     * A file of the item.
     *
     * @param name as it is offered to those who fetch it
     * @param sha256 of its bytes, in hexadecimal digits
     */
    @Schema(name = "UnitItemFile")
    record File(String name, String sha256) {}
}
