package org.kongdee.notification.reminder;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.planning.Plan;

/**
 * A section, or a whole unit, that nobody is told about.
 *
 * @param section its code, such as LEGAL; null means the unit as a whole
 * @param deadlines how many open due dates this is about
 * @param directorTold whether the director hears of all of them instead
 * @param examples ids of some of these deadlines, at most five
 */
@Schema(
        name = "CoverageGap",
        examples =
                """
                {"unit": "SLK", "section": "HR-EXPERT", "deadlines": 3, "directorTold": true,
                 "examples": ["division-contest-2565:SLK:4.1:1"]}""")
record CoverageGap(
        String unit,
        @Nullable String section,
        int deadlines,
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
