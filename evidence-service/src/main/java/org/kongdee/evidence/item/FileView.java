package org.kongdee.evidence.item;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.evidence.content.ContentStatus;
import org.kongdee.evidence.storage.Sha256;

/**
 * A file of an item.
 *
 * @param number counts from 1
 * @param name harmless on every system; none after a purge
 * @param mediaType what its bytes are
 * @param status whether it can be fetched; none after a purge
 * @param note what the antivirus or the scrub found
 */
@Schema(name = "EvidenceFile")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FileView(
        int number,
        @Nullable String name,
        String mediaType,
        long size,
        @Nullable ContentStatus status,
        @Nullable String note,
        @JsonIgnore @Nullable Sha256 sha256) {}
