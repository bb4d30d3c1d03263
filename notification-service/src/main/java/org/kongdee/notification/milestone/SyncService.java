package org.kongdee.notification.milestone;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.kongdee.notification.deadline.RubricOutboxRepository;
import org.kongdee.web.problem.Conflict;
import org.kongdee.web.problem.Unavailable;
import org.kongdee.web.text.Message;

/** A sync that somebody asks for, and what the mirror holds. */
@ApplicationScoped
class SyncService {

    private final MirrorService mirror;
    private final MirrorRepository repository;
    private final RubricOutboxRepository outbox;

    SyncService(MirrorService mirror, MirrorRepository repository, RubricOutboxRepository outbox) {
        this.mirror = mirror;
        this.repository = repository;
        this.outbox = outbox;
    }

    /**
     * @throws Conflict if no rubric-service is configured
     * @throws Unavailable if it does not answer
     */
    SyncView sync() {
        if (!mirror.isOn()) {
            throw new Conflict(
                    "rubric-not-configured",
                    Message.of("No rubric-service is configured; set kongdee.rubric.url."));
        }
        return view(mirror.sync());
    }

    /** Without asking anybody. */
    SyncView state() {
        return view(Map.of());
    }

    private SyncView view(Map<String, Integer> changed) {
        return new SyncView(repository.counted(changed), outbox.count());
    }
}
