package org.kongdee.notification.policy;

import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.planning.Policy;
import org.kongdee.web.etag.Tagged;

/**
 * When reminders go out, and to what this applies.
 *
 * @param leadDays days before the due date on which to remind, the earliest first; 0 is the due
 *     date itself
 * @param seriesLeadDays the same for what recurs
 * @param overdue when what is overdue is said
 * @param again the hour of a second mail for what became known in between (hh:mm)
 * @param maxLines the most lines of a mail; what is cut counts as said
 * @param at the hour at which mail goes out, in the policy's zone (hh:mm)
 * @param etag for {@code If-Match}; the same as the header where it stands alone
 */
@Schema(
        name = "Policy",
        examples =
                """
                {"policy": "default", "leadDays": [14, 7, 3, 1, 0], "seriesLeadDays": [7, 3, 0], "overdue": {"first": 1, "weekly": "MON"},
                 "escalateAfter": 7, "at": "08:00", "again": "13:00", "maxLines": 12, "timeZone": "Asia/Bangkok", "daysOff": ["SAT", "SUN"], "holidays": [], "appliesTo": null,
                 "etag": "\\"7\\""}""")
public record PolicyView(
        String policy,
        List<Integer> leadDays,
        List<Integer> seriesLeadDays,
        PutPolicy.Overdue overdue,
        int escalateAfter,
        String at,
        String again,
        int maxLines,
        String timeZone,
        List<PutPolicy.Weekday> daysOff,
        List<String> holidays,
        @Nullable Scope appliesTo,
        String etag)
        implements Tagged {

    /**
     * What a policy is for: a cycle, a unit or both.
     *
     * @param cycle key of the cycle; null for every one
     * @param unit key of the unit; null for every one
     */
    @Schema(name = "PolicyScope")
    public record Scope(@Nullable String cycle, @Nullable String unit) {}

    static PolicyView of(StoredPolicy stored) {
        Policy policy = stored.policy();
        boolean everywhere = policy.cycle() == null && policy.unit() == null;
        return new PolicyView(
                policy.code(),
                List.copyOf(policy.leadDays().descendingSet()),
                List.copyOf(policy.seriesLeadDays().descendingSet()),
                new PutPolicy.Overdue(policy.overdueFirst(), PutPolicy.Weekday.of(policy.weekly())),
                policy.escalateAfter(),
                policy.at().toString(),
                policy.again().toString(),
                policy.maxLines(),
                policy.timeZone().getId(),
                policy.daysOff().stream()
                        .map(PutPolicy.Weekday::of)
                        .sorted(Comparator.naturalOrder())
                        .toList(),
                policy.holidays(),
                everywhere ? null : new Scope(policy.cycle(), policy.unit()),
                stored.etag());
    }
}
