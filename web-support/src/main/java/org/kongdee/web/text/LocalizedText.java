package org.kongdee.web.text;

/** A text in English and Thai; both are always there, because both languages are first class. */
public record LocalizedText(String en, String th) {

    public LocalizedText {
        if (en.isBlank() || th.isBlank()) {
            throw new IllegalArgumentException("a text needs both languages, en and th");
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
