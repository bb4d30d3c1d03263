package org.kongdee.rubric.score;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.assessment.Stage;
import org.kongdee.rubric.claim.ClaimSchema;
import org.kongdee.rubric.score.Ledger.Author;
import org.kongdee.rubric.score.Ledger.Head;
import org.kongdee.rubric.scoring.Claim;

/**
 * One change of one score, for ever. Entries of an assessment form a chain: each hash covers the
 * entry and the hash before, so that an entry that was altered, left out or slipped in later shows.
 *
 * <p>The hash is the SHA-256, in hexadecimal, of the UTF-8 text of these members, each followed by
 * a line feed, null ones empty: previousHash, seq, stage, criterion, action, claimBefore,
 * claimAfter, markBefore, markAfter, note, at, by, requestId; claims as they are sent, without
 * spaces. The name of who did it is no part of it.
 *
 * @param seq counted from 1 in each assessment
 * @param action what was done
 * @param claimBefore the claim that stood before; null if there was none
 * @param claimAfter the claim that stands afterwards; null if it was deleted
 * @param markBefore how the criterion entered the result before: its points, those of its parts
 *     joined by {@code +}, {@code NA} for not applicable; null if unscored
 * @param markAfter the same of how it enters afterwards
 * @param note of the score; null if there was none
 * @param at business time, to the microsecond
 * @param requestId of the request that did it
 * @param previousHash hash of the entry before; empty for the first
 * @param hash of this entry: 64 hexadecimal digits
 */
@Schema(
        description =
                "One change of one score, for ever. Entries of an assessment form a chain: each hash covers the entry and the hash before, so that"
                        + " an entry that was altered, left out or slipped in later shows. The hash is the SHA-256, in hexadecimal, of the UTF-8"
                        + " text of these members, each followed by a line feed, null ones empty: previousHash, seq, stage, criterion, action,"
                        + " claimBefore, claimAfter, markBefore, markAfter, note, at, by, requestId; claims as they are sent, without spaces. byName is no part of it.")
public record HistoryEntry(
        long seq,
        Stage stage,
        @Schema(examples = "1.1.2") String criterion,
        Action action,
        @Schema(implementation = ClaimSchema.class) @JsonRawValue @Nullable String claimBefore,
        @Schema(implementation = ClaimSchema.class) @JsonRawValue @Nullable String claimAfter,
        @Schema(examples = "1") @Nullable String markBefore,
        @Schema(examples = "1.5") @Nullable String markAfter,
        @Nullable String note,
        Instant at,
        String by,
        @Nullable String byName,
        String requestId,
        String previousHash,
        String hash) {

    /** What was done to a score. */
    @Schema(name = "ScoreAction")
    public enum Action {
        SCORED,
        CONFIRMED,
        DELETED
    }

    /** The entry that follows {@code last}. */
    static HistoryEntry of(
            Head last,
            Stage stage,
            Change change,
            @Nullable String markBefore,
            @Nullable String markAfter,
            Author author,
            Function<Claim, String> json) {
        Entry before = change.before();
        String claimBefore = before == null ? null : json.apply(before.claim());
        String claimAfter =
                switch (change) {
                    case Change.Scored scored -> json.apply(scored.claim());
                    case Change.Confirmed _ -> claimBefore;
                    case Change.Deleted _ -> null;
                };
        String note = change instanceof Change.Scored scored ? scored.note() : null;
        Action action =
                switch (change) {
                    case Change.Scored _ -> Action.SCORED;
                    case Change.Confirmed _ -> Action.CONFIRMED;
                    case Change.Deleted _ -> Action.DELETED;
                };
        long seq = last.seq() + 1;
        String hash =
                hash(
                        last.hash(),
                        seq,
                        stage,
                        change.criterion(),
                        action,
                        claimBefore,
                        claimAfter,
                        markBefore,
                        markAfter,
                        note,
                        author.at(),
                        author.by(),
                        author.requestId());
        return new HistoryEntry(
                seq,
                stage,
                change.criterion(),
                action,
                claimBefore,
                claimAfter,
                markBefore,
                markAfter,
                note,
                author.at(),
                author.by(),
                author.byName(),
                author.requestId(),
                last.hash(),
                hash);
    }

    private static String hash(@Nullable Object... members) {
        String text =
                Arrays.stream(members)
                        .map(member -> (member == null ? "" : member.toString()) + "\n")
                        .collect(Collectors.joining());
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
