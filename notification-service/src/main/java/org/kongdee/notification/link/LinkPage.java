package org.kongdee.notification.link;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.task.FigureView;
import org.kongdee.notification.wording.Phrase;
import org.kongdee.notification.wording.Wording;

/**
 * What the holder of a link sees: a question with a button, or what has happened.
 *
 * @param about what it is about, a line each
 * @param error why what was sent is not taken, or null
 * @param button what it says; null if there is nothing to press
 * @param days if a number of days can be chosen, what they are called
 * @param most how many days
 * @param answer if an answer can be given, its label
 * @param given the answer as it was sent, to be mended
 * @param figures that can be stated with it
 * @param undoToken of the link that takes it back, or null
 */
public record LinkPage(
        int status,
        String language,
        String product,
        String message,
        List<String> about,
        @Nullable String error,
        @Nullable String button,
        @Nullable String days,
        int most,
        @Nullable String answer,
        @Nullable String given,
        List<Field> figures,
        @Nullable String undoToken,
        String undo) {

    /** A figure to be stated. */
    public record Field(String code, String title, @Nullable String given) {}

    static LinkPage of(int status, Wording wording, Phrase message, List<String> about) {
        return new LinkPage(
                status,
                wording.language().tag(),
                wording.phrase(Phrase.PRODUCT),
                wording.phrase(message),
                about,
                null,
                null,
                null,
                0,
                null,
                null,
                List.of(),
                null,
                wording.phrase(Phrase.UNDO));
    }

    /** With a button. */
    static LinkPage question(Wording wording, Phrase question, List<String> about) {
        return of(200, wording, question, about).asking(wording.phrase(Phrase.CONFIRM), null, 0);
    }

    /** Of 1 to {@code upTo}. */
    LinkPage forDays(Wording wording, int upTo) {
        return asking(wording.phrase(Phrase.CONFIRM), wording.phrase(Phrase.DAYS), upTo);
    }

    private LinkPage asking(String confirm, @Nullable String ofDays, int upTo) {
        return new LinkPage(
                status, language, product, message, about, error, confirm, ofDays, upTo, answer,
                given, figures, undoToken, undo);
    }

    /** With room for an answer, and for what the report states. */
    LinkPage withAnswer(Wording wording, List<FigureView> asked, LinkForm sent) {
        return new LinkPage(
                status,
                language,
                product,
                message,
                about,
                error,
                button,
                days,
                most,
                wording.phrase(Phrase.YOUR_ANSWER),
                sent.answer(),
                asked.stream()
                        .map(
                                figure ->
                                        new Field(
                                                figure.code(),
                                                wording.text(figure.title()),
                                                sent.figures().get(figure.code())))
                        .toList(),
                undoToken,
                undo);
    }

    /** The same question, since what was sent is not taken. */
    LinkPage refusing(String why) {
        return new LinkPage(
                422, language, product, message, about, why, button, days, most, answer, given,
                figures, undoToken, undo);
    }

    LinkPage withUndo(String token) {
        return new LinkPage(
                status, language, product, message, about, error, button, days, most, answer, given,
                figures, token, undo);
    }

    LinkPage on(String date) {
        return new LinkPage(
                status,
                language,
                product,
                message + " " + date,
                about,
                error,
                button,
                days,
                most,
                answer,
                given,
                figures,
                undoToken,
                undo);
    }
}
