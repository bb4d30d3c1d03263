package org.kongdee.rubric;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of an item as evidence-service tells it: filed on 10 January 2022 by an officer, and
 * waiting for review.
 *
 * @param status PENDING, ACCEPTED or REJECTED
 * @param reviewedAt null while it waits
 * @param counts whether it counts now, or would
 */
public record Filed(
        String id,
        int version,
        String criterion,
        String kind,
        @Nullable String channel,
        @Nullable String section,
        String date,
        String title,
        String status,
        @Nullable String note,
        @Nullable String reviewedAt,
        boolean counts) {

    public static Filed item(String criterion, String kind) {
        return new Filed(
                UUID.randomUUID().toString(),
                1,
                criterion,
                kind,
                null,
                null,
                "2022-01-10",
                "Minutes",
                "PENDING",
                null,
                null,
                true);
    }

    public Filed channel(String to) {
        return new Filed(
                id,
                version,
                criterion,
                kind,
                to,
                section,
                date,
                title,
                status,
                note,
                reviewedAt,
                counts);
    }

    public Filed section(String of) {
        return new Filed(
                id,
                version,
                criterion,
                kind,
                channel,
                of,
                date,
                title,
                status,
                note,
                reviewedAt,
                counts);
    }

    public Filed date(String day) {
        return new Filed(
                id,
                version,
                criterion,
                kind,
                channel,
                section,
                day,
                title,
                status,
                note,
                reviewedAt,
                counts);
    }

    public Filed title(String called) {
        return new Filed(
                id,
                version,
                criterion,
                kind,
                channel,
                section,
                date,
                called,
                status,
                note,
                reviewedAt,
                counts);
    }

    /** The same thing said anew. */
    public Filed next() {
        return new Filed(
                UUID.randomUUID().toString(),
                version + 1,
                criterion,
                kind,
                channel,
                section,
                date,
                title,
                "PENDING",
                null,
                null,
                true);
    }

    public Filed waiting() {
        return reviewed("PENDING", null, null, true);
    }

    public Filed accepted() {
        return reviewed("ACCEPTED", null, "2022-01-11T02:00:00Z", true);
    }

    public Filed rejected(String why, String at) {
        return reviewed("REJECTED", why, at, false);
    }

    /** Dated outside the period, whatever the review says. */
    public Filed outside() {
        return reviewed(status, note, reviewedAt, false);
    }

    private Filed reviewed(String as, @Nullable String why, @Nullable String at, boolean counted) {
        return new Filed(
                id, version, criterion, kind, channel, section, date, title, as, why, at, counted);
    }

    public String json() {
        return """
               {"id":"%s","version":%d,"slot":"%s","kind":"%s","channel":%s,"section":%s,"date":"%s","coverage":null,"fields":[],
                "title":"%s","link":null,"files":[{"name":"minutes.pdf","sha256":"%s"}],"filedAt":"2022-01-10T02:00:00Z",
                "filedBy":"officer-1","filedByName":"Malee","status":"%s","note":%s,"reviewedAt":%s,"accepted":%s,"withPending":%s}
               """
                .formatted(
                        id,
                        version,
                        criterion,
                        kind,
                        quoted(channel),
                        quoted(section),
                        date,
                        title,
                        "0".repeat(64),
                        status,
                        quoted(note),
                        quoted(reviewedAt),
                        counts && status.equals("ACCEPTED"),
                        counts);
    }

    private static String quoted(@Nullable String text) {
        return text == null ? "null" : "\"" + text + "\"";
    }
}
