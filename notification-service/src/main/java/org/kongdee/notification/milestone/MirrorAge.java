package org.kongdee.notification.milestone;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.kongdee.notification.policy.PolicyRepository;
import org.kongdee.web.clock.SystemTime;

/** Tells how old the milestones of the mirror are while rubric-service is away. */
@ApplicationScoped
public class MirrorAge {

    private final MirrorRepository repository;
    private final PolicyRepository policies;
    private final Clock business;
    private final Clock real;

    MirrorAge(
            MirrorRepository repository,
            PolicyRepository policies,
            Clock business,
            @SystemTime Clock real) {
        this.repository = repository;
        this.policies = policies;
        this.business = business;
        this.real = real;
    }

    /**
     * Since when nothing has been heard of cycles whose last sync failed, in the zone of the
     * default policy and in business time. A cycle whose sync works is not there.
     */
    public Map<String, LocalDateTime> stale(Collection<String> cycles) {
        List<Mirror> stale =
                repository.list().stream()
                        .filter(mirror -> mirror.failure() != null && mirror.syncedAt() != null)
                        .filter(mirror -> cycles.contains(mirror.cycle()))
                        .toList();
        if (stale.isEmpty()) {
            return Map.of();
        }
        ZoneId zone = policies.policies().rulesFor(null, "").policy().timeZone();
        Duration shift = Duration.between(real.instant(), business.instant());
        return stale.stream()
                .collect(Collectors.toMap(Mirror::cycle, mirror -> heard(mirror, shift, zone)));
    }

    private static LocalDateTime heard(Mirror mirror, Duration shift, ZoneId zone) {
        Instant heard = Objects.requireNonNull(mirror.syncedAt());
        return LocalDateTime.ofInstant(heard.plus(shift), zone);
    }
}
