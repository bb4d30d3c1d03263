package org.kongdee.notification.policy;

import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.kongdee.notification.planning.Policies;
import org.kongdee.notification.planning.Policy;
import org.kongdee.web.entity.KeptRepository;

/** The table {@code policy}. */
@ApplicationScoped
public class PolicyRepository implements KeptRepository<StoredPolicy, String> {

    private final HolidayRepository holidays;

    PolicyRepository(HolidayRepository holidays) {
        this.holidays = holidays;
    }

    /** All policies with all holidays, as planning needs them. */
    public Policies policies() {
        return new Policies(
                inOrder().stream().map(StoredPolicy::policy).toList(),
                holidays.daysByCalendar(),
                holidays.untilByCalendar());
    }

    List<StoredPolicy> inOrder() {
        return listAll(Sort.by("policy"));
    }

    /** The policies that go by a holiday calendar. */
    List<String> using(String calendar) {
        return list("array_position(holidays, ?1) > 0", Sort.by("policy"), calendar).stream()
                .map(StoredPolicy::code)
                .toList();
    }

    /** The policy that is already for this cycle and unit, if any. */
    Optional<String> withScopeOf(Policy policy) {
        return find(
                        """
                        cycle is not distinct from :cycle and unit is not distinct from :unit
                        and policy <> :policy
                        """,
                        Parameters.with("cycle", policy.cycle())
                                .and("unit", policy.unit())
                                .and("policy", policy.code()))
                .firstResultOptional()
                .map(StoredPolicy::code);
    }
}
