package org.kongdee.evidence.item;

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
import org.kongdee.web.etag.Tagged;
import org.kongdee.web.text.LocalizedText;

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
 * @param counts whether it counts today, by the days of the collection
 * @param countsFrom the day from which it counts once it is accepted, if that is still to come;
 *     else null
 * @param why why it does not count; null if it does
 * @param alsoFiled where else in its unit one of its files is filed, byte for byte: items of the
 *     same collection, without versions of this one and without what was withdrawn or superseded,
 *     the oldest 50 at most
 * @param etag for {@code If-Match}; the same as the header where it stands alone
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
        boolean counts,
        @Nullable LocalDate countsFrom,
        @Nullable LocalizedText why,
        List<AlsoFiled> alsoFiled,
        @Schema(examples = "\"7\"") String etag)
        implements Tagged {

    public ItemView {
        fields = List.copyOf(fields);
        files = List.copyOf(files);
        alsoFiled = List.copyOf(alsoFiled);
    }

    /**
     * Of its revision, and of what it shows that changes without it: that its day begins, and what
     * else is filed.
     */
    static String etag(long revision, Counting counting, List<AlsoFiled> alsoFiled) {
        return alsoFiled.isEmpty() && !counting.byDate()
                ? ETags.of(revision)
                : ETags.of("%d-%08x".formatted(revision, (counting + " " + alsoFiled).hashCode()));
    }

    /** The bytes that it has. */
    Set<Sha256> bytes() {
        return files.stream()
                .map(FileView::sha256)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
