package org.kongdee.rubric.document;

import org.kongdee.rubric.document.Tree.Place;
import org.kongdee.rubric.document.Tree.Scalar;

/**
 * Finds where in the document a character of a rule stands. Quotes and escapes make the text in the
 * document longer than the rule; a rule that goes over several lines is only found as a whole.
 */
final class RulePlaces {

    private final int[] document;

    RulePlaces(String document) {
        this.document = document.codePoints().toArray();
    }

    /** The place of character {@code offset} of the rule that {@code scalar} holds. */
    Place place(Scalar scalar, int offset) {
        Place start = scalar.place();
        int index = start.index();
        int end = Math.min(scalar.end(), document.length);
        if (index >= end || document[index] == '|' || document[index] == '>') {
            return start;
        }
        int quote = document[index] == '"' || document[index] == '\'' ? document[index] : 0;
        if (quote != 0) {
            index++;
        }
        for (int read = 0; read < offset && index < end; read++) {
            if (document[index] == '\n') {
                return start;
            }
            index += width(index, quote);
        }
        return new Place(start.line(), start.column() + index - start.index(), index);
    }

    /** How many characters of the document make one of the rule. */
    private int width(int index, int quote) {
        if (quote == '\'' && document[index] == '\'') {
            return 2;
        }
        if (quote != '"' || document[index] != '\\' || index + 1 >= document.length) {
            return 1;
        }
        return switch (document[index + 1]) {
            case 'x' -> 4;
            case 'u' -> 6;
            case 'U' -> 10;
            default -> 2;
        };
    }
}
