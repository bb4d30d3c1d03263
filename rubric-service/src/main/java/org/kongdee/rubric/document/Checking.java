package org.kongdee.rubric.document;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.document.Tree.Mapping;
import org.kongdee.rubric.document.Tree.Place;
import org.kongdee.rubric.document.Tree.Scalar;
import org.kongdee.rubric.rule.Rule;
import org.kongdee.rubric.rule.RuleCompiler;
import org.kongdee.rubric.rule.RuleFault;
import org.kongdee.rubric.rule.Suggestions;
import org.kongdee.web.text.Message;

/**
 * A document while it is checked: how its rules compile, and the faults found so far. Its checks
 * read what can be read and leave to {@link SchemaCheck} to complain of the rest.
 */
record Checking(RuleCompiler compiler, Suggestions suggestions, RulePlaces places, Faults faults) {

    void fault(String path, Place place, Message message) {
        faults.add(path, place, message);
    }

    /** A fault of a field, or of its owner if the field is missing. */
    void fault(Mapping owner, String field, String path, Message message) {
        Tree value = owner.get(field);
        fault(path + "/" + field, value == null ? owner.place() : value.place(), message);
    }

    /** The rule {@code when} of its owner, if there is one and it compiles. */
    @Nullable Rule rule(Mapping owner, String path, Set<String> kinds) {
        if (!(owner.get("when") instanceof Scalar scalar) || scalar.string() == null) {
            return null;
        }
        RuleCompiler.Compilation compilation = compiler.compile(scalar.text(), kinds);
        for (RuleFault problem : compilation.faults()) {
            fault(path + "/when", places.place(scalar, problem.offset()), problem.message());
        }
        return compilation.rule();
    }

    /** The codes of a list are unique; {@code seen} are taken, and the list's are added to them. */
    void uniqueCodes(Mapping owner, String list, String path, Set<String> seen) {
        List<Tree> items = owner.items(list);
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof Mapping item) {
                uniqueCode(item, "%s/%s/%d".formatted(path, list, i), seen);
            }
        }
    }

    void uniqueCode(Mapping item, String path, Set<String> seen) {
        String code = item.text("code");
        if (code != null && !seen.add(code)) {
            fault(item, "code", path, Message.of("the code %s is taken", Excerpt.of(code)));
        }
    }

    /** No text of a list stands in it twice. */
    void distinct(Mapping owner, String list, String path) {
        Set<String> seen = new HashSet<>();
        List<Tree> items = owner.items(list);
        for (int i = 0; i < items.size(); i++) {
            String text = items.get(i).string();
            if (text != null && !seen.add(text)) {
                fault(
                        "%s/%s/%d".formatted(path, list, i),
                        items.get(i).place(),
                        Message.of("%s is named twice", Excerpt.of(text)));
            }
        }
    }
}
