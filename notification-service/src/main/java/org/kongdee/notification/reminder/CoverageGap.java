package org.kongdee.notification.reminder;

import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.planning.Plan;

/**
 * A section, or a whole unit, that nobody is told about, or a person named who is no recipient.
 *
 * @param section its code, such as LEGAL; null means the unit as a whole, or a person
 * @param person the key that no recipient has; null if it is about a section or the unit
 * @param deadlines how many open due dates this is about
 * @param directorTold whether the director hears of all of them instead
 * @param examples ids of some of these deadlines, at most five
 */
@Schema(
        name = "CoverageGap",
        examples =
                """
                {"unit": "SLK", "section": "RECORDS", "person": null, "deadlines": 3, "directorTold": true,
                 "examples": ["division-contest-2565:SLK:4.1:1"]}""")
record CoverageGap(
        String unit,
        @Nullable String section,
        @Nullable String person,
        int deadlines,
        boolean directorTold,
        List<String> examples) {

    static final Comparator<CoverageGap> ORDER =
            Comparator.comparing(CoverageGap::unit)
                    .thenComparing(
                            CoverageGap::section, Comparator.nullsFirst(Comparator.naturalOrder()))
                    .thenComparing(
                            CoverageGap::person, Comparator.nullsFirst(Comparator.naturalOrder()));

    private static final int SHOWN = 5;

    /** Whose gap it is. */
    record Of(String unit, @Nullable String section, @Nullable String person) {

        static Of of(Plan.Gap gap) {
            return new Of(gap.unit(), gap.section(), gap.person());
        }
    }

    static CoverageGap of(List<Plan.Gap> gaps) {
        Plan.Gap first = gaps.getFirst();
        return new CoverageGap(
                first.unit(),
                first.section(),
                first.person(),
                gaps.size(),
                gaps.stream().allMatch(Plan.Gap::directorTold),
                gaps.stream().map(Plan.Gap::deadline).distinct().limit(SHOWN).toList());
    }
}
