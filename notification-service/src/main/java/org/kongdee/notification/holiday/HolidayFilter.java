package org.kongdee.notification.holiday;

import java.util.List;
import java.util.stream.Stream;
import org.kongdee.web.problem.Malformed;
import org.kongdee.web.text.Message;
import org.kongdee.web.text.SearchText;

/**
 * Which events of a file are taken: those with one of the words to include, or all if there are
 * none; and of them those without any of the words to exclude. Words are looked for anywhere in the
 * name, the categories and the description, since Thai has no spaces between them.
 *
 * @param include as they were given; may be empty
 * @param exclude as they were given; may be empty
 */
public record HolidayFilter(List<String> include, List<String> exclude) {

    private static final int MOST_WORDS = 20;
    private static final int LONGEST = 100;

    public HolidayFilter {
        include = include.stream().distinct().toList();
        exclude = exclude.stream().distinct().toList();
    }

    /**
     * @throws Malformed if a word is empty or too long, or there are too many
     */
    public static HolidayFilter of(List<String> include, List<String> exclude) {
        check("include", include);
        check("exclude", exclude);
        return new HolidayFilter(include, exclude);
    }

    private static void check(String name, List<String> words) {
        if (words.size() > MOST_WORDS) {
            throw Malformed.parameter(
                    name, Message.of("%s is given at most %d times.", name, MOST_WORDS));
        }
        for (String word : words) {
            if (SearchText.of(word).isEmpty() || word.length() > LONGEST) {
                throw Malformed.parameter(
                        name,
                        Message.of(
                                "%s is a word to look for, of 1 to %d characters.", name, LONGEST));
            }
        }
    }

    boolean isEmpty() {
        return include.isEmpty() && exclude.isEmpty();
    }

    /**
     * @param text of an event, as {@link #text} has it
     */
    boolean takes(String text) {
        return (include.isEmpty() || include.stream().anyMatch(word -> has(text, word)))
                && exclude.stream().noneMatch(word -> has(text, word));
    }

    static boolean has(String text, String word) {
        return text.contains(SearchText.of(word));
    }

    /** All of an event that words are looked for in. */
    static String text(IcsEvent event) {
        return text(event, "SUMMARY", "CATEGORIES", "DESCRIPTION");
    }

    static String text(IcsEvent event, String... names) {
        return SearchText.of(Stream.of(names).flatMap(event::all).map(IcsProperty::text));
    }
}
