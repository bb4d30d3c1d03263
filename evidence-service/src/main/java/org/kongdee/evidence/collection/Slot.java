package org.kongdee.evidence.collection;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kongdee.web.text.LocalizedText;

/**
 * A place for evidence: for a rubric, one criterion.
 *
 * @param code stands once in a collection; for a rubric, the code of the criterion
 * @param title for people
 * @param kinds the kinds of evidence it takes
 * @param channels the channels an item may name; none means that items name none
 */
public record Slot(
        @Schema(examples = "1.1.2") String code,
        LocalizedText title,
        List<String> kinds,
        List<String> channels) {

    public Slot {
        kinds = List.copyOf(kinds);
        channels = List.copyOf(channels);
    }
}
