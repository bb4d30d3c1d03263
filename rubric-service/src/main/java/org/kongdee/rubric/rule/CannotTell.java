package org.kongdee.rubric.rule;

import org.kongdee.web.text.LocalizedText;

/**
 * Thrown by a fact that has no value, such as the first date of a kind without evidence. It never
 * leaves this package: a rule that needs the value is unmet for this reason, and one that does
 * without it ({@code true || …}) is not touched.
 */
final class CannotTell extends RuntimeException {

    private final transient LocalizedText reason;

    CannotTell(LocalizedText reason) {
        super(reason.en(), null, false, false);
        this.reason = reason;
    }

    LocalizedText reason() {
        return reason;
    }
}
