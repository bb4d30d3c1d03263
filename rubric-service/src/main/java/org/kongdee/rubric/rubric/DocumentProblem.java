package org.kongdee.rubric.rubric;

import java.util.List;
import org.kongdee.rubric.document.Fault;
import org.kongdee.rubric.document.Reading;
import org.kongdee.rubric.document.Reading.Accepted;
import org.kongdee.rubric.document.Reading.Refused;
import org.kongdee.web.problem.FieldError;
import org.kongdee.web.problem.RuleBroken;

/** The problem answered for a document that has faults. */
public final class DocumentProblem {

    private DocumentProblem() {}

    /**
     * The document, if it was accepted.
     *
     * @param slug of the problem otherwise
     * @param document what the document is called in it, as in "The plan has 2 faults."
     * @throws RuleBroken with all that is wrong with it and where, or the first of very many
     */
    public static <T> Accepted<T> unlessAccepted(Reading<T> reading, String slug, String document) {
        return switch (reading) {
            case Accepted<T> accepted -> accepted;
            case Refused<T>(List<Fault> faults, int more) ->
                    throw new RuleBroken(
                            slug,
                            told(document, faults.size(), more),
                            faults.stream().map(DocumentProblem::at).toList());
        };
    }

    private static String told(String document, int told, int more) {
        return more == 0
                ? "The %s has %d fault%s.".formatted(document, told, told == 1 ? "" : "s")
                : "The %s has %d faults; the first %d are told."
                        .formatted(document, told + more, told);
    }

    private static FieldError at(Fault fault) {
        return FieldError.at(fault.path(), fault.line(), fault.column(), fault.message());
    }
}
