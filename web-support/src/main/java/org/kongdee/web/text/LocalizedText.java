package org.kongdee.web.text;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A text in English and Thai; both are always there, because both languages are first class. */
public record LocalizedText(
        @Schema(pattern = NOT_BLANK) String en, @Schema(pattern = NOT_BLANK) String th) {

    /** What more than blanks matches. */
    public static final String NOT_BLANK = "\\S";

    public LocalizedText {
        if (en.isBlank() || th.isBlank()) {
            throw new NotPossible(Message.of("a text needs both languages, en and th"));
        }
    }

    /** The text in {@code language}; English for anything but {@code th}. */
    public String in(Language language) {
        return switch (language) {
            case EN -> en;
            case TH -> th;
        };
    }
}
