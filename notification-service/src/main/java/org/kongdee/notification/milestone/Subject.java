package org.kongdee.notification.milestone;

import java.util.Optional;

/** What rubric-service tells of a cycle, by the words of its feed. */
enum Subject {
    MILESTONES,
    STANDINGS,
    NOTICES;

    /** The feed may come to name what this service does not follow. */
    static Optional<Subject> of(String word) {
        for (Subject subject : values()) {
            if (subject.name().equals(word)) {
                return Optional.of(subject);
            }
        }
        return Optional.empty();
    }
}
