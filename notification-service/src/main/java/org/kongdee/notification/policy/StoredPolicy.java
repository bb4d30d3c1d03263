package org.kongdee.notification.policy;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
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

    @Mutability(Immutability.class)
    private List<Integer> seriesLeadDays;

    private int overdueFirst;

    @Enumerated(EnumType.STRING)
    private Weekday weekly;

    private int escalateAfter;
    private LocalTime at;
    private LocalTime again;
    private int maxLines;
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
        seriesLeadDays = List.copyOf(wanted.seriesLeadDays().descendingSet());
        overdueFirst = wanted.overdueFirst();
        weekly = Weekday.of(wanted.weekly());
        escalateAfter = wanted.escalateAfter();
        at = wanted.at();
        again = wanted.again();
        maxLines = wanted.maxLines();
        timeZone = wanted.timeZone();
        daysOff = wanted.daysOff().stream().sorted().map(day -> Weekday.of(day).name()).toList();
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
                new TreeSet<>(seriesLeadDays),
                overdueFirst,
                weekly.day(),
                escalateAfter,
                at,
                again,
                maxLines,
                timeZone,
                daysOff.stream().map(day -> Weekday.valueOf(day).day()).collect(Collectors.toSet()),
                holidays,
                cycle,
                unit);
    }
}
