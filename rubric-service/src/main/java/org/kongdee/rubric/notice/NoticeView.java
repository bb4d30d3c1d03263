package org.kongdee.rubric.notice;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.evidence.EvidenceKind;
import org.kongdee.web.text.LocalizedText;

/**
 * Something that people are told of at once.
 *
 * @param id {@code item:version}; for ever
 * @param kind what happened
 * @param item id of the item in evidence-service
 * @param version which of its versions it is about, from 1
 * @param title of the item; the code of its criterion once the notice has ended, since nothing may
 *     go on telling of what is withdrawn or purged
 * @param criterionTitle title of the criterion
 * @param evidenceKind the kind of evidence it was filed as
 * @param section of the unit that filed it; null if it is of the whole unit
 * @param filedBy who filed it: the {@code sub} of the token
 * @param filedByName the name that the token of who filed it had then; null if it had none
 * @param filedAt when it was filed, in business time (RFC 3339)
 * @param note what the reviewer wrote; null if nothing, and once the notice has ended
 * @param rejectedAt when it was rejected, the last time if it was more than once, in business time
 *     (RFC 3339)
 * @param ended whether that is over: the rejection was taken back, or the item was replaced,
 *     withdrawn or purged
 */
@Schema(name = "Notice")
public record NoticeView(
        @Schema(examples = "0192f3a4-5b6c-4d7e-8f90-a1b2c3d4e5f6:1") String id,
        @Schema(examples = "SLK") String unit,
        Kind kind,
        @Schema(examples = "0192f3a4-5b6c-4d7e-8f90-a1b2c3d4e5f6") String item,
        @Schema(examples = "1") int version,
        String title,
        @Schema(examples = "1.1.2") String criterion,
        LocalizedText criterionTitle,
        EvidenceKind evidenceKind,
        @Nullable String section,
        String filedBy,
        @Nullable String filedByName,
        Instant filedAt,
        @Nullable String note,
        Instant rejectedAt,
        boolean ended,
        Instant changedAt) {

    /** What can be told of. */
    @Schema(name = "NoticeKind")
    public enum Kind {
        EVIDENCE_REJECTED
    }
}
