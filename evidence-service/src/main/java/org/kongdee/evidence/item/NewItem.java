package org.kongdee.evidence.item;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An item that is to be filed.
 *
 * @param version counts from 1
 * @param replaces the version before this one
 */
public record NewItem(
        UUID id,
        String collection,
        FileEvidence says,
        List<NewFile> files,
        int version,
        @Nullable UUID replaces) {}
