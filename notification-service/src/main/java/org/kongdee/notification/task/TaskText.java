package org.kongdee.notification.task;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.problem.RuleBroken;
import org.kongdee.web.text.LocalizedText;
import org.kongdee.web.text.Message;
import org.kongdee.web.text.Multiline;

/**
 * More about a task, at length.
 *
 * @param en in English; null falls back to Thai
 * @param th in Thai; null falls back to English
 */
@Schema(
        examples =
                "{\"en\": \"Asked before, the centre said that the executives had to approve first.\", \"th\": null}")
public record TaskText(
        @Multiline @Nullable @Size(max = MOST, message = "a text has at most 4,000 characters")
                String en,
        @Multiline @Nullable @Size(max = MOST, message = "a text has at most 4,000 characters")
                String th) {

    static final int MOST = 4_000;

    /**
     * @throws RuleBroken if it says nothing in either language
     */
    LocalizedText text() {
        if (blank(en) && blank(th)) {
            throw RuleBroken.at(
                    "invalid-task", "/text", Message.of("text needs en, th or both, not blank."));
        }
        String one = blank(en) ? th : en;
        String other = blank(th) ? en : th;
        return new LocalizedText(String.valueOf(one), String.valueOf(other));
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
