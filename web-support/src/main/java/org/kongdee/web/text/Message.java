package org.kongdee.web.text;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a person is told: a sentence with places, and what stands in them. The sentence is written
 * in English where it is said; what it is in Thai stands in {@code
 * META-INF/kongdee/messages.th.json} under the English one. A value may be a message itself, a
 * {@link LocalizedText} or a list; each is said in the language of the whole.
 *
 * @param template as for {@link String#format}
 */
public record Message(String template, List<Object> values) {

    /** Nothing, where another message has a place for more. */
    public static final Message NONE = new Message("", List.of());

    public Message {
        values = List.copyOf(values);
    }

    @FormatMethod
    public static Message of(@FormatString String template, @Nullable Object... values) {
        List<Object> kept = new ArrayList<>(values.length);
        for (Object value : values) {
            kept.add(value == null ? "null" : value);
        }
        return new Message(template, kept);
    }

    /** What somebody else has said, or a code: the same in both languages. */
    public static Message verbatim(String text) {
        return new Message("%s", List.of(text));
    }

    /** A sentence that says this first. */
    public Message then(Message more) {
        return more.equals(NONE) ? this : new Message("%s%s", List.of(this, more));
    }

    public String in(Language language) {
        String template =
                switch (language) {
                    case EN -> this.template;
                    case TH -> Messages.thai(this.template);
                };
        return values.isEmpty()
                ? template.replace("%%", "%")
                : String.format(
                        Locale.ROOT,
                        template,
                        values.stream().map(value -> shown(value, language)).toArray());
    }

    public LocalizedText inBoth() {
        return new LocalizedText(in(Language.EN), in(Language.TH));
    }

    private static Object shown(Object value, Language language) {
        return switch (value) {
            case Message message -> message.in(language);
            case LocalizedText text -> text.in(language);
            case Collection<?> several ->
                    several.stream()
                            .map(one -> String.valueOf(shown(one, language)))
                            .collect(Collectors.joining(", "));
            default -> value;
        };
    }

    /** In English, as logs have it. */
    @Override
    public String toString() {
        return in(Language.EN);
    }
}
