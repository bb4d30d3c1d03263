package org.kongdee.evidence.item;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
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
 * @param version counts from 1; each version is an item of its own
 * @param replaces the version before this one
 * @param linkState how the link was when it was last looked at
 */
@Schema(name = "EvidenceItem")
@JsonInclude(JsonInclude.Include.NON_NULL)
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
