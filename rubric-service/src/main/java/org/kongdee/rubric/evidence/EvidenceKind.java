package org.kongdee.rubric.evidence;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kongdee.rubric.document.Rubric;
import org.kongdee.web.text.LocalizedText;

/**
 * A kind of evidence.
 *
 * @param code as items name it
 * @param title as the rubric calls it; the code if the rubric doesn't name it
 */
public record EvidenceKind(@Schema(examples = "communication") String code, LocalizedText title) {

    public static EvidenceKind of(Rubric rubric, String code) {
        return new EvidenceKind(code, rubric.vocabulary().kind(code));
    }
}
