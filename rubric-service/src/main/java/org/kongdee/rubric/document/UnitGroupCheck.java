package org.kongdee.rubric.document;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.kongdee.rubric.document.Tree.Mapping;
import org.kongdee.web.text.Message;

/** Checks which groups of units have what: every node some group, and every group some points. */
final class UnitGroupCheck {

    private final Checking checking;
    private final Set<String> groups = new LinkedHashSet<>();
    private final Set<String> served = new LinkedHashSet<>();

    UnitGroupCheck(Mapping root, Checking checking) {
        this.checking = checking;
        checking.uniqueCodes(root, "groups", "", groups);
    }

    /** All groups there are. */
    Set<String> all() {
        return Set.copyOf(groups);
    }

    /**
     * The groups that have a node.
     *
     * @param above those that have its parent
     */
    Set<String> of(Mapping node, String path, Set<String> above) {
        if (node.get("appliesTo") == null) {
            return above;
        }
        checking.distinct(node, "appliesTo", path);
        Set<String> here = new LinkedHashSet<>();
        boolean known = true;
        List<Tree> named = node.items("appliesTo");
        for (int i = 0; i < named.size(); i++) {
            String group = named.get(i).string();
            if (group == null) {
                known = false;
            } else if (groups.contains(group)) {
                here.add(group);
            } else {
                known = false;
                checking.fault(
                        path + "/appliesTo/" + i,
                        named.get(i).place(),
                        Message.of("the group %s is none of the rubric's groups", Excerpt.of(group))
                                .then(checking.suggestions().of(group, groups)));
            }
        }
        here.retainAll(above);
        if (known && here.isEmpty() && !named.isEmpty()) {
            checking.fault(
                    node,
                    "appliesTo",
                    path,
                    Message.of("no unit has it: the node that it stands in is for other groups"));
        }
        return here;
    }

    /** A criterion with points to win. */
    void serves(Set<String> having) {
        served.addAll(having);
    }

    /** To be called once all nodes are seen. */
    void check(Mapping root) {
        List<Tree> items = root.items("groups");
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof Mapping item) {
                String code = item.text("code");
                if (code != null && !served.contains(code)) {
                    checking.fault(
                            "/groups/" + i,
                            item.place(),
                            Message.of(
                                    "there are no points to win for units of the group %s",
                                    Excerpt.of(code)));
                }
            }
        }
    }
}
