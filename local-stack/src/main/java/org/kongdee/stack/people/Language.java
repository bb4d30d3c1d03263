package org.kongdee.stack.people;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;

/** A language that pages are in. */
public enum Language {
    EN,
    TH;

    /** The language tag: {@code en} or {@code th}. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The better of the two for a list of ranges as in {@code Accept-Language}; English where it
     * names neither or cannot be read.
     */
    public static Language preferred(String ranges) {
        try {
            String tag = Locale.lookupTag(LanguageRange.parse(ranges), List.of(EN.tag(), TH.tag()));
            return TH.tag().equals(tag) ? TH : EN;
        } catch (IllegalArgumentException unreadable) {
            return EN;
        }
    }
}
