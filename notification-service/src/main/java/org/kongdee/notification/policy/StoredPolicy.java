package org.kongdee.notification.policy;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.planning.Policy;
import org.kongdee.notification.policy.PutPolicy.Weekday;
import org.kongdee.web.entity.Kept;
import org.kongdee.web.entity.Stamp;

/** When reminders go out, as kept; planning sees a {@link Policy}. */
@Entity
@Table(name = "policy")
class StoredPolicy extends Kept {

    @Id private String policy;

    @Mutability(Immutability.class)
    private List<Integer> leadDays;

    private int overdueFirst;
    private int overdueEvery;
    private int escalateAfter;
    private LocalTime at;
    private ZoneId timeZone;

    @Mutability(Immutability.class)
    private List<String> daysOff;

    @Mutability(Immutability.class)
    private List<String> holidays;

    private @Nullable String cycle;
    private @Nullable String unit;

    /** For Hibernate. */
    protected StoredPolicy() {}

    StoredPolicy(Policy wanted, Stamp stamp) {
        super(stamp);
        this.policy = wanted.code();
        say(wanted);
    }

    boolean says(Policy wanted) {
        return policy().equals(wanted);
    }

    void become(Policy wanted, Stamp stamp) {
        say(wanted);
        changed(stamp);
    }

    private void say(Policy wanted) {
        leadDays = List.copyOf(wanted.leadDays().descendingSet());
        overdueFirst = wanted.overdueFirst();
        overdueEvery = wanted.overdueEvery();
        escalateAfter = wanted.escalateAfter();
        at = wanted.at();
        timeZone = wanted.timeZone();
        daysOff =
                wanted.daysOff().stream()
                        .sorted()
                        .map(day -> Weekday.values()[day.ordinal()].name())
                        .toList();
        holidays = wanted.holidays();
        cycle = wanted.cycle();
        unit = wanted.unit();
    }

    String code() {
        return policy;
    }

    Policy policy() {
        return new Policy(
                policy,
                new TreeSet<>(leadDays),
                overdueFirst,
                overdueEvery,
                escalateAfter,
                at,
                timeZone,
                daysOff.stream()
                        .map(day -> DayOfWeek.values()[Weekday.valueOf(day).ordinal()])
                        .collect(Collectors.toSet()),
                holidays,
                cycle,
                unit);
    }
}
