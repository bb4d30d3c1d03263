package org.kongdee.rubric.rubric;

import java.util.List;
import org.kongdee.rubric.document.Fault;
import org.kongdee.rubric.document.Reading;
import org.kongdee.rubric.document.Reading.Accepted;
import org.kongdee.rubric.document.Reading.Refused;
import org.kongdee.web.problem.FieldError;
import org.kongdee.web.problem.RuleBroken;
import org.kongdee.web.text.Message;

/** The problem answered for a document that has faults. */
public final class DocumentProblem {

    private DocumentProblem() {}

    /**
     * The document, if it was accepted.
     *
     * @param slug of the problem otherwise
     * @param document what the document is called in it, as in "The plan" of "The plan has 2
     *     faults."
     * @throws RuleBroken with all that is wrong with it and where, or the first of very many
     */
    public static <T> Accepted<T> unlessAccepted(
            Reading<T> reading, String slug, Message document) {
        return switch (reading) {
            case Accepted<T> accepted -> accepted;
            case Refused<T>(List<Fault> faults, int more) ->
                    throw new RuleBroken(
                            slug,
                            told(document, faults.size(), more),
                            faults.stream().map(DocumentProblem::at).toList());
        };
    }

    private static Message told(Message document, int told, int more) {
        if (more > 0) {
            return Message.of(
                    "%s has %d faults; the first %d are told.", document, told + more, told);
        }
        return told == 1
                ? Message.of("%s has 1 fault.", document)
                : Message.of("%s has %d faults.", document, told);
    }

    private static FieldError at(Fault fault) {
        return FieldError.at(fault.path(), fault.line(), fault.column(), fault.message());
    }
}
