package org.kongdee.notification.task;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who called something done, and what they said of it.
 *
 * @param by the `sub` of their token, or `recipient:` and their key if they did by a link in a mail
 * @param byName their name at the time; null if nobody said it
 * @param at when, in business time (RFC 3339)
 * @param answer what they said; null if nothing
 * @param link where it can be seen; null if nowhere
 * @param figures what the report states, by code; empty if nothing
 */
@Schema(
        examples =
                """
                {"by": "recipient:slk-finance-head", "byName": "Head of Finance", "at": "2022-01-28T02:00:00Z",
                 "answer": "Sent by e-mail", "link": null, "figures": {"spent": 125000.5}}""")
public record TaskAnswer(
        String by,
        @Nullable String byName,
        Instant at,
        @Nullable String answer,
        @Nullable String link,
        Map<String, BigDecimal> figures) {}
