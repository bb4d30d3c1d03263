package org.kongdee.evidence.item;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.evidence.content.ContentStatus;
import org.kongdee.evidence.storage.Sha256;
import org.kongdee.web.text.LocalizedText;

/**
 * A file of an item.
 *
 * @param number counts from 1
 * @param name harmless on every system, and no other file of the item has it; null after a purge
 * @param originalName as it was sent, path and all; null if it was sent without a name, and after a
 *     purge
 * @param mediaType what its bytes are, whatever its name says
 * @param size in bytes, also after a purge
 * @param status whether it can be fetched; null after a purge
 * @param note what the antivirus or the scrub found; null if nothing
 */
@Schema(name = "EvidenceFile")
public record FileView(
        int number,
        @Nullable String name,
        @Nullable String originalName,
        String mediaType,
        long size,
        @Nullable ContentStatus status,
        @Nullable LocalizedText note,
        @JsonIgnore @Nullable Sha256 sha256) {}
