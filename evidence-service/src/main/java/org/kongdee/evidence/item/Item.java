package org.kongdee.evidence.item;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.etag.ETags;
import org.kongdee.web.problem.Conflict;

/**
 * One version of a piece of evidence, as it stands. Its verbs say what may be done with it now and
 * refuse the rest.
 *
 * @param version counts from 1; each version is an item of its own
 * @param replaces the version before this one
 * @param linkState how the link was when it was last looked at
 */
@Schema(name = "EvidenceItem")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Item(
        UUID id,
        String collection,
        String unit,
        String slot,
        String kind,
        @Nullable String channel,
        @Nullable String section,
        String title,
        String description,
        LocalDate date,
        @Nullable Coverage coverage,
        List<String> fields,
        @Nullable String link,
        @Nullable LinkView linkState,
        List<ItemFile> files,
        ItemStatus status,
        int version,
        @Nullable UUID replaces,
        String uploadedBy,
        Instant uploadedAt,
        @Nullable Review review,
        @Nullable Purge purged,
        @JsonIgnore long revision) {

    public Item {
        fields = List.copyOf(fields);
        files = List.copyOf(files);
    }

    String etag() {
        return ETags.of(revision);
    }

    void mustBeCorrectable() {
        refusePurged();
        if (status == ItemStatus.WITHDRAWN || status == ItemStatus.SUPERSEDED) {
            throw wrong("is %s and stays as it is".formatted(status));
        }
    }

    void mustTakeNewVersion() {
        mustBeCorrectable();
    }

    void mustBeWithdrawable() {
        refusePurged();
        if (status == ItemStatus.WITHDRAWN || status == ItemStatus.SUPERSEDED) {
            throw wrong("is %s already".formatted(status));
        }
    }

    void mustBeReviewable(ReviewEvidence.Decision decision) {
        if (status != ItemStatus.PENDING) {
            throw wrong("is %s; only what is PENDING is reviewed".formatted(status));
        }
        if (decision == ReviewEvidence.Decision.ACCEPT) {
            for (ItemFile file : files) {
                if (file.status() != null
                        && file.status() != org.kongdee.evidence.content.ContentStatus.CLEAN) {
                    throw new Conflict(
                            "file-not-clean",
                            "File %d is %s; an item is accepted when all its files are CLEAN."
                                    .formatted(file.number(), file.status()));
                }
            }
        }
    }

    void mustNotBePurged() {
        refusePurged();
    }

    private void refusePurged() {
        if (purged != null) {
            throw wrong("was purged");
        }
    }

    private static Conflict wrong(String why) {
        return new Conflict("wrong-item-state", "The item %s.".formatted(why));
    }
}
