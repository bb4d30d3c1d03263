package org.kongdee.evidence.collection;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.text.LocalizedText;

/**
 * A place for evidence: for a rubric, one criterion.
 *
 * @param code stands once in a collection; for a rubric, the code of the criterion
 * @param title for people
 * @param kinds the kinds of evidence it takes; empty where it takes any word as kind
 * @param channels the channels an item may name; none means that items name none
 */
public record Slot(
        @Schema(examples = "1.1.2") String code,
        LocalizedText title,
        List<Kind> kinds,
        List<String> channels) {

    public Slot {
        kinds = List.copyOf(kinds);
        channels = List.copyOf(channels);
    }

    /**
     * @param kind null where none is named
     */
    public boolean takes(@Nullable String kind) {
        return kinds.isEmpty() || kind != null && kindTitle(kind) != null;
    }

    /** What it calls a kind; null for one that is no more than a word here. */
    public @Nullable LocalizedText kindTitle(String code) {
        return kinds.stream()
                .filter(kind -> kind.code().equals(code))
                .map(Kind::title)
                .findFirst()
                .orElse(null);
    }
}
