package org.kongdee.evidence.item;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.evidence.storage.Sha256;
import org.kongdee.web.etag.ETags;

/**
 * One version of a piece of evidence, as it stands.
 *
 * @param id of this version; each version is an item of its own
 * @param title empty after a purge
 * @param description empty if there is none, and after a purge
 * @param date when the evidence is from
 * @param coverage the days it is about; null where that doesn't matter
 * @param fields what the document states, in alphabetical order
 * @param link a page that is the evidence; null if only files are
 * @param linkState how the link was when it was last looked at; null without a link
 * @param files in the order in which they were sent, then those that were copied
 * @param status where it stands
 * @param version counts from 1
 * @param replaces id of the version before this one; null for the first
 * @param uploadedBy the {@code sub} of who filed it
 * @param uploadedByName the name that the token of who filed it had at the time; null if it had
 *     none
 * @param uploadedAt when it was filed, in business time (RFC 3339)
 * @param review who accepted or rejected it; null if nobody has
 * @param purged who removed its files and texts for good; null if nobody has
 */
@Schema(name = "EvidenceItem")
public record ItemView(
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
        @Nullable LinkState linkState,
        List<FileView> files,
        ItemStatus status,
        int version,
        @Nullable UUID replaces,
        String uploadedBy,
        @Nullable String uploadedByName,
        Instant uploadedAt,
        @Nullable Review review,
        @Nullable Purge purged,
        @JsonIgnore long revision) {

    public ItemView {
        fields = List.copyOf(fields);
        files = List.copyOf(files);
    }

    public String etag() {
        return ETags.of(revision);
    }

    /** The bytes that it has. */
    Set<Sha256> bytes() {
        return files.stream()
                .map(FileView::sha256)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
