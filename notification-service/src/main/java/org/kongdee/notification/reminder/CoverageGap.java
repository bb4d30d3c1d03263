package org.kongdee.notification.reminder;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.planning.Plan;

/** A section, or a whole unit, that nobody is told about. */
@Schema(
        name = "CoverageGap",
        examples =
                """
                {"unit": "SLK", "section": "HR-EXPERT", "deadlines": 3, "directorTold": true,
                 "examples": ["division-contest-2565:SLK:4.1:1"]}""")
record CoverageGap(
        String unit,
        @Schema(description = "Null means the unit as a whole") @Nullable String section,
        int deadlines,
        @Schema(description = "Whether the director hears of all of them instead")
                boolean directorTold,
        List<String> examples) {

    private static final int SHOWN = 5;

    static CoverageGap of(List<Plan.Gap> gaps) {
        Plan.Gap first = gaps.getFirst();
        return new CoverageGap(
                first.unit(),
                first.section(),
                gaps.size(),
                gaps.stream().allMatch(Plan.Gap::directorTold),
                gaps.stream().map(Plan.Gap::deadline).distinct().limit(SHOWN).toList());
    }
}
