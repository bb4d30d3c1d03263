package org.kongdee.web.text;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A language the product speaks. */
public enum Language {
    EN,
    TH;

    /** The language tag: {@code en} or {@code th}. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The better of the two for an {@code Accept-Language} header; English where it names neither
     * or cannot be read.
     */
    public static Language preferred(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return EN;
        }
        try {
            for (Locale.LanguageRange range : Locale.LanguageRange.parse(acceptLanguage)) {
                String tag = range.getRange();
                if (range.getWeight() > 0 && (tag.equals("th") || tag.startsWith("th-"))) {
                    return TH;
                }
                if (range.getWeight() > 0 && (tag.equals("en") || tag.startsWith("en-"))) {
                    return EN;
                }
            }
        } catch (IllegalArgumentException unreadable) {
            return EN;
        }
        return EN;
    }
}
