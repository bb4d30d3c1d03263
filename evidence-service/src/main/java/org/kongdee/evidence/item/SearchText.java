package org.kongdee.evidence.item;

import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * One spelling for what is stored for search and for what is searched: lower case, compatibility
 * forms resolved (the Thai sara am is written in two ways that look the same), invisible characters
 * dropped.
 */
final class SearchText {

    private SearchText() {}

    static String of(Stream<String> texts) {
        return texts.map(SearchText::normalised).reduce((a, b) -> a + "\n" + b).orElse("");
    }

    /** A pattern for LIKE that finds the text anywhere. */
    static String pattern(String text) {
        String escaped =
                normalised(text).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return "%" + escaped + "%";
    }

    private static String normalised(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\p{Cf}\\p{Cc}&&[^\n]]", "")
                .toLowerCase(Locale.ROOT)
                .strip();
    }
}
