package org.kongdee.rubric.document;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.text.LocalizedText;

/**
 * A text of a document as its author wrote it: in English, in Thai or in both. Documents keep what
 * was written; whoever shows a text takes it {@link #filled()}.
 */
public record DocumentText(@Nullable String en, @Nullable String th) {

    public DocumentText {
        if (en == null && th == null) {
            throw new IllegalArgumentException("a text is in one language at least");
        }
    }

    public static DocumentText of(LocalizedText text) {
        return new DocumentText(text.en(), text.th());
    }

    /** In both languages: what is missing in one is as in the other. */
    public LocalizedText filled() {
        return new LocalizedText(
                en == null ? Objects.requireNonNull(th) : en,
                th == null ? Objects.requireNonNull(en) : th);
    }
}
