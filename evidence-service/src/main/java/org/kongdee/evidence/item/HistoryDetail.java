package org.kongdee.evidence.item;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.text.LocalizedText;

/**
 * What a step was about; each action has its own part of it, and after a purge there is nothing
 * left but the purge's reason.
 *
 * @param title how a correction changed it; null if it didn't
 * @param description how a correction changed it; null if it didn't
 * @param link how the state of the link changed, for LINK_CHANGED
 * @param item the newer version, for NEW_VERSION, SUPERSEDED and RESTORED
 * @param version the number of that newer version, for NEW_VERSION
 * @param file the number of the file, for FILE_UNSCANNED, FILE_CLEAN, FILE_QUARANTINED and
 *     FILE_DAMAGED
 * @param found what was found in the file, or at the link; null if there is nothing to say
 * @param note what who accepted, rejected or reopened it wrote; null if nothing
 * @param reason why it was purged; null if it wasn't
 */
@Schema(name = "EvidenceHistoryDetail")
public record HistoryDetail(
        @Nullable Correction title,
        @Nullable Correction description,
        @Nullable LinkChange link,
        @Nullable UUID item,
        @Nullable Integer version,
        @Nullable Integer file,
        @Nullable LocalizedText found,
        @Nullable String note,
        @Nullable String reason) {

    static final HistoryDetail NONE =
            new HistoryDetail(null, null, null, null, null, null, null, null, null);

    /**
     * A text that was corrected.
     *
     * @param from the text before
     * @param to the text since
     */
    public record Correction(String from, String to) {}

    /**
     * A link that was found in another state.
     *
     * @param from the state before
     * @param to the state since
     */
    public record LinkChange(LinkStatus from, LinkStatus to) {}

    static HistoryDetail corrected(@Nullable Correction title, @Nullable Correction description) {
        return new HistoryDetail(title, description, null, null, null, null, null, null, null);
    }

    static HistoryDetail newVersion(UUID item, int version) {
        return new HistoryDetail(null, null, null, item, version, null, null, null, null);
    }

    /** The newer version that takes its place, or that has lost it. */
    static HistoryDetail of(UUID item) {
        return new HistoryDetail(null, null, null, item, null, null, null, null, null);
    }

    static HistoryDetail reviewed(@Nullable String note) {
        return new HistoryDetail(null, null, null, null, null, null, null, note, null);
    }

    static HistoryDetail purged(String reason) {
        return new HistoryDetail(null, null, null, null, null, null, null, null, reason);
    }

    static HistoryDetail linkChanged(LinkStatus from, LinkStatus to, LocalizedText found) {
        return new HistoryDetail(
                null, null, new LinkChange(from, to), null, null, null, found, null, null);
    }
}
