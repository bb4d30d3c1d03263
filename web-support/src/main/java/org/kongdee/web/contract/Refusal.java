package org.kongdee.web.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/**
 * What a {@link Refuses} says.
 *
 * @param types the last parts of the problems' types
 */
record Refusal(int status, List<String> types, String when) {

    private static final DotName ONE = DotName.createSimple(Refuses.class);

    private static final Map<Integer, String> USUAL =
            Map.of(
                    403, "forbidden",
                    404, "not-found",
                    412, "stale-version",
                    416, "out-of-range",
                    428, "version-required",
                    507, "storage-full");

    /** By the name of the method, which is the operation's id. */
    static Map<String, List<Refusal>> byOperation(IndexView index) {
        Map<String, List<Refusal>> refusals = new HashMap<>();
        for (AnnotationInstance each : index.getAnnotationsWithRepeatable(ONE, index)) {
            Refusal refusal = of(each);
            List<Refusal> known =
                    refusals.computeIfAbsent(
                            each.target().asMethod().name(), _ -> new ArrayList<>());
            // An index that is made of others may know a class twice.
            if (!known.contains(refusal)) {
                known.add(refusal);
            }
        }
        return refusals;
    }

    private static Refusal of(AnnotationInstance refuses) {
        int status = refuses.value("status").asInt();
        AnnotationValue types = refuses.value("types");
        return new Refusal(
                status,
                types == null ? List.of(USUAL.get(status)) : Arrays.asList(types.asStringArray()),
                refuses.value("when").asString());
    }
}
