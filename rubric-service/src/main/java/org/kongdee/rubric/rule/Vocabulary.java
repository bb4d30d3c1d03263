package org.kongdee.rubric.rule;

import java.util.Map;
import org.kongdee.web.text.LocalizedText;

/**
 * What a document calls its kinds of evidence and the fields that these may state. Only what it
 * names has a title; anything else goes by its code.
 */
public record Vocabulary(Map<String, LocalizedText> kinds, Map<String, LocalizedText> fields) {

    /** Calls everything by its code. */
    public static final Vocabulary NONE = new Vocabulary(Map.of(), Map.of());

    public Vocabulary {
        kinds = Map.copyOf(kinds);
        fields = Map.copyOf(fields);
    }

    public LocalizedText kind(String code) {
        return kinds.getOrDefault(code, new LocalizedText(code, code));
    }

    LocalizedText field(String code) {
        return fields.getOrDefault(code, new LocalizedText(code, code));
    }
}
