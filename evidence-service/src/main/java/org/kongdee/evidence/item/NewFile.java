package org.kongdee.evidence.item;

import org.jspecify.annotations.Nullable;
import org.kongdee.evidence.file.FileName;
import org.kongdee.evidence.storage.Sha256;

/**
 * A file that is to be filed with an item; its bytes are kept already.
 *
 * @param originalName as it was sent; null if it was sent without one
 * @param waits for the antivirus
 */
public record NewFile(
        String name,
        @Nullable String originalName,
        String mediaType,
        long size,
        Sha256 sha256,
        boolean waits) {

    NewFile named(FileName other) {
        return new NewFile(other.value(), originalName, mediaType, size, sha256, waits);
    }
}
