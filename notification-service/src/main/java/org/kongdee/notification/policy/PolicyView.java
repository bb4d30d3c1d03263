package org.kongdee.notification.policy;

import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.planning.Policy;

/** A policy as it is answered. */
@Schema(
        examples =
                """
                {"policy": "default", "leadDays": [14, 7, 3, 1, 0], "overdue": {"first": 1, "every": 7}, "escalateAfter": 7,
                 "at": "08:00", "timeZone": "Asia/Bangkok", "daysOff": ["SAT", "SUN"], "holidays": [], "appliesTo": null}""")
public record PolicyView(
        String policy,
        List<Integer> leadDays,
        PutPolicy.Overdue overdue,
        int escalateAfter,
        String at,
        String timeZone,
        List<PutPolicy.Weekday> daysOff,
        List<String> holidays,
        PutPolicy.@Nullable AppliesTo appliesTo) {

    static PolicyView of(Policy policy) {
        boolean everywhere = policy.cycle() == null && policy.unit() == null;
        return new PolicyView(
                policy.code(),
                List.copyOf(policy.leadDays().descendingSet()),
                new PutPolicy.Overdue(policy.overdueFirst(), policy.overdueEvery()),
                policy.escalateAfter(),
                policy.at().toString(),
                policy.timeZone().getId(),
                policy.daysOff().stream()
                        .map(day -> PutPolicy.Weekday.values()[day.ordinal()])
                        .sorted(Comparator.naturalOrder())
                        .toList(),
                policy.holidays(),
                everywhere ? null : new PutPolicy.AppliesTo(policy.cycle(), policy.unit()));
    }
}
