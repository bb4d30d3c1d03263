package org.kongdee.web.text;

import java.util.Locale;

/** A language the product speaks. */
public enum Language {
    EN(Locale.ENGLISH),
    TH(Locale.forLanguageTag("th"));

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }
}
