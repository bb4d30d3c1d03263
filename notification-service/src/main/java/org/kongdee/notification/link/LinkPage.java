package org.kongdee.notification.link;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.planning.Deadline;
import org.kongdee.notification.wording.Phrase;
import org.kongdee.notification.wording.Wording;

/**
 * What the holder of a link sees: a question with a button, or what has happened.
 *
 * @param about the deadline in one line, or null
 * @param asks whether there is a button
 * @param asksDays whether the number of days can be chosen
 * @param undoToken of the link that takes it back, or null
 */
public record LinkPage(
        int status,
        String language,
        String product,
        String message,
        @Nullable String about,
        boolean asks,
        boolean asksDays,
        String button,
        String days,
        @Nullable String undoToken,
        String undo) {

    static LinkPage question(
            Wording wording, Phrase question, @Nullable Deadline deadline, boolean asksDays) {
        return page(200, wording, wording.phrase(question), deadline, true, asksDays);
    }

    static LinkPage over(int status, Wording wording, Phrase message, @Nullable Deadline deadline) {
        return page(status, wording, wording.phrase(message), deadline, false, false);
    }

    LinkPage withUndo(String token) {
        return new LinkPage(
                status, language, product, message, about, asks, asksDays, button, days, token,
                undo);
    }

    LinkPage on(String date) {
        return new LinkPage(
                status,
                language,
                product,
                message + " " + date,
                about,
                asks,
                asksDays,
                button,
                days,
                undoToken,
                undo);
    }

    private static LinkPage page(
            int status,
            Wording wording,
            String message,
            @Nullable Deadline deadline,
            boolean asks,
            boolean asksDays) {
        return new LinkPage(
                status,
                wording.language().tag(),
                wording.phrase(Phrase.PRODUCT),
                message,
                deadline == null ? null : about(deadline, wording),
                asks,
                asksDays,
                wording.phrase(Phrase.CONFIRM),
                wording.phrase(Phrase.DAYS),
                null,
                wording.phrase(Phrase.UNDO));
    }

    private static String about(Deadline deadline, Wording wording) {
        String title = deadline.title().in(wording.language());
        return Stream.of(
                        deadline.unit(),
                        deadline.criterion() == null ? title : deadline.criterion() + " " + title,
                        wording.due(deadline.due()))
                .collect(Collectors.joining(" · "));
    }
}
