package org.kongdee.rubric.document;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.document.Tree.Mapping;
import org.kongdee.web.text.Message;

/**
 * Checks that gates ask for points which can be had. It is told of every criterion first, and of
 * whatever has a gate.
 */
final class GateCheck {

    private final Checking checking;
    private final Map<String, Asked> criteria = new HashMap<>();
    private final Map<String, Mapping> gated = new LinkedHashMap<>();

    /** What can be asked for; {@code max} is null if it cannot be told. */
    private record Asked(boolean deducts, @Nullable BigDecimal max) {}

    GateCheck(Checking checking) {
        this.checking = checking;
    }

    void criterion(Mapping criterion, @Nullable BigDecimal max) {
        String code = criterion.text("code");
        if (code != null) {
            criteria.put(code, new Asked(criterion.isTrue("deducts"), max));
        }
    }

    /** Something that may have a gate. */
    void owner(Mapping owner, String path) {
        gated.put(path, owner);
    }

    void check() {
        gated.forEach(this::requires);
    }

    private void requires(String path, Mapping owner) {
        List<Tree> requirements = owner.items("requires");
        Set<String> asked = new HashSet<>();
        for (int i = 0; i < requirements.size(); i++) {
            if (requirements.get(i) instanceof Mapping requirement) {
                requirement(requirement, path + "/requires/" + i, asked);
            }
        }
    }

    private void requirement(Mapping requirement, String path, Set<String> asked) {
        String code = requirement.text("criterion");
        if (code == null) {
            return;
        }
        Asked criterion = criteria.get(code);
        if (criterion == null) {
            checking.fault(
                    requirement,
                    "criterion",
                    path,
                    Message.of("there is no criterion %s", Excerpt.of(code))
                            .then(checking.suggestions().of(code, criteria.keySet())));
            return;
        }
        if (!asked.add(code)) {
            checking.fault(
                    requirement,
                    "criterion",
                    path,
                    Message.of("criterion %s is named twice", code));
        }
        BigDecimal points = MeaningCheck.number(requirement, "points");
        if (criterion.deducts()) {
            checking.fault(
                    requirement,
                    "criterion",
                    path,
                    Message.of("criterion %s deducts; a gate cannot ask for its points", code));
        } else if (points != null
                && criterion.max() != null
                && points.compareTo(criterion.max()) > 0) {
            checking.fault(
                    requirement,
                    "points",
                    path,
                    Message.of(
                            "the maximum of criterion %s is %s",
                            code, MeaningCheck.plain(criterion.max())));
        }
    }
}
