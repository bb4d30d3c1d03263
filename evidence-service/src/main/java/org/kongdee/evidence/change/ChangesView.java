package org.kongdee.evidence.change;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What was touched.
 *
 * @param changes units in the order in which they were first touched after the cursor
 * @param next the cursor for the next call, also when nothing was touched
 * @param more whether there is more already, beyond the limit
 */
@Schema(
        name = "Changes",
        examples =
                """
                {"changes": [{"collection": "division-contest-2565", "unit": "SLK", "slots": ["1.1.2"]}],
                 "next": "YzE6MTI", "more": false}""")
public record ChangesView(List<TouchedUnit> changes, String next, boolean more) {

    /**
     * A unit and those of its slots whose facts or items may differ now.
     *
     * @param slots codes of slots, in the order in which they were touched; empty where only the
     *     unit itself did, by its title or its sections
     */
    @Schema(name = "TouchedUnit")
    public record TouchedUnit(
            @Schema(examples = "division-contest-2565") String collection,
            @Schema(examples = "SLK") String unit,
            @Schema(examples = "[\"1.1.2\"]") List<String> slots) {}
}
