package org.kongdee.notification.notice;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.text.LocalizedText;

/**
 * Evidence that was rejected, as rubric-service tells it and it is kept.
 *
 * @param id the item's and its version
 * @param section whose evidence it is; null if it names none
 * @param filedBy the {@code sub} of who filed it
 * @param note what the reviewer said of it
 * @param ended whether there is nothing to say of it any more: the decision was taken back, or the
 *     item replaced or withdrawn
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RubricNotice(
        String id,
        String unit,
        String kind,
        String item,
        int version,
        String title,
        String criterion,
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

    /** What kind of evidence it is, by the rubric. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record EvidenceKind(String code, LocalizedText title) {}

    /**
     * One that nobody was told of yet.
     *
     * @param keptAt when it came here, in real time
     */
    public record Untold(String cycle, RubricNotice notice, Instant keptAt) {}
}
