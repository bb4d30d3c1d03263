package org.kongdee.rubric.rule;

import java.util.function.Function;
import org.kongdee.web.text.LocalizedText;

/**
 * Thrown by a fact that has no value, such as the first date of a kind without evidence. It never
 * leaves this package: a rule that needs the value is unmet for this reason, and one that does
 * without it ({@code true || …}) is not touched.
 */
final class CannotTell extends RuntimeException {

    private final transient Function<Vocabulary, LocalizedText> reason;

    CannotTell(LocalizedText reason) {
        this(_ -> reason);
    }

    CannotTell(Function<Vocabulary, LocalizedText> reason) {
        super(null, null, false, false);
        this.reason = reason;
    }

    LocalizedText reason(Vocabulary vocabulary) {
        return reason.apply(vocabulary);
    }
}
