package org.kongdee.rubric.document;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.document.Tree.Mapping;
import org.kongdee.rubric.rule.Vocabulary;
import org.kongdee.web.text.LocalizedText;

/** Finds what a document calls its kinds and fields, also in one that has faults. */
final class Words {

    private Words() {}

    static Vocabulary of(Tree tree) {
        return tree instanceof Mapping root
                ? new Vocabulary(titles(root, "kinds"), titles(root, "fields"))
                : Vocabulary.NONE;
    }

    /** The same of a rubric without faults. */
    static Vocabulary of(Rubric rubric) {
        return new Vocabulary(titles(rubric.kinds()), titles(rubric.fields()));
    }

    private static Map<String, LocalizedText> titles(List<Rubric.Named> named) {
        Map<String, LocalizedText> titles = new HashMap<>();
        named.forEach(each -> titles.put(each.code(), each.title().filled()));
        return titles;
    }

    private static Map<String, LocalizedText> titles(Mapping root, String list) {
        Map<String, LocalizedText> titles = new HashMap<>();
        for (Tree item : root.items(list)) {
            if (item instanceof Mapping named) {
                String code = named.text("code");
                if (code != null) {
                    titles.put(code, title(named, code));
                }
            }
        }
        return titles;
    }

    /** By its code if what stands there is no title. */
    private static LocalizedText title(Mapping named, String code) {
        if (named.get("title") instanceof Mapping title) {
            @Nullable String en = title.text("en");
            @Nullable String th = title.text("th");
            if (isThere(en) || isThere(th)) {
                return new DocumentText(isThere(en) ? en : null, isThere(th) ? th : null).filled();
            }
        }
        return new LocalizedText(code.isBlank() ? "?" : code, code.isBlank() ? "?" : code);
    }

    private static boolean isThere(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
