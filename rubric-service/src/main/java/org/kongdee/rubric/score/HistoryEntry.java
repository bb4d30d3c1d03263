package org.kongdee.rubric.score;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import org.kongdee.rubric.score.Ledger.Author;
import org.kongdee.rubric.score.Ledger.Head;
import org.kongdee.rubric.scoring.Claim;

/**
 * One change of one score, for ever. Entries of an assessment form a chain: each hash covers the
 * entry and the hash before, so that an entry that was altered, left out or slipped in later shows.
 *
 * <p>The hash is the SHA-256, in hexadecimal, of the UTF-8 text of these members, each followed by
 * a line feed, absent ones empty: previousHash, seq, stage, criterion, action, claimBefore,
 * claimAfter, markBefore, markAfter, note, at, by, requestId; claims as they are sent, without
 * spaces.
 *
 * @param markBefore how the criterion entered the result before: its points, those of its parts
 *     joined by {@code +}, {@code NA} for not applicable; absent if unscored
 * @param at business time, to the microsecond
 */
public record HistoryEntry(
        long seq,
        Stage stage,
        @Schema(examples = "1.1.2") String criterion,
        Action action,
        @Schema(implementation = ClaimSchema.class)
                @JsonInclude(JsonInclude.Include.NON_NULL)
                @JsonRawValue
                @Nullable String claimBefore,
        @Schema(implementation = ClaimSchema.class)
                @JsonInclude(JsonInclude.Include.NON_NULL)
                @JsonRawValue
                @Nullable String claimAfter,
        @Schema(examples = "1") @Nullable String markBefore,
        @Schema(examples = "1.5") @Nullable String markAfter,
        @Nullable String note,
        Instant at,
        String by,
        String requestId,
        String previousHash,
        String hash) {

    /** What was done. */
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
