package org.kongdee.rubric.catalog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.kongdee.rubric.catalog.RubricRepository.Stored;
import org.kongdee.rubric.catalog.RubricVersion.Status;
import org.kongdee.rubric.document.Rubric;
import org.kongdee.rubric.document.RubricDocument;
import org.kongdee.rubric.scoring.Scorer;
import org.kongdee.web.problem.NotFound;

/**
 * Gives other features rubrics that are ready to score with. A published version never changes, so
 * it is read and compiled once; a draft is found by its hash.
 */
@ApplicationScoped
public class Rubrics {

    private static final int MOST_COMPILED = 64;
    private static final int MOST_PUBLISHED = 256;

    private final RubricRepository repository;
    private final Cache<String, Scorer> compiled =
            Caffeine.newBuilder().maximumSize(MOST_COMPILED).build();
    private final Cache<Key, Stored> published =
            Caffeine.newBuilder().maximumSize(MOST_PUBLISHED).build();

    private record Key(String rubric, String version) {}

    Rubrics(RubricRepository repository) {
        this.repository = repository;
    }

    /**
     * The rubric of a version, ready to score with.
     *
     * @throws NotFound if there is no such version
     */
    public Scorer scorer(String rubric, String version) {
        return scorer(stored(rubric, version));
    }

    /** Whether such a version is there and published. */
    public boolean isPublished(String rubric, String version) {
        return find(rubric, version)
                .filter(stored -> stored.head().status() == Status.PUBLISHED)
                .isPresent();
    }

    Stored stored(String rubric, String version) {
        return find(rubric, version)
                .orElseThrow(
                        () ->
                                new NotFound(
                                        "There is no version '%s' of rubric '%s'."
                                                .formatted(version, rubric)));
    }

    Optional<Stored> find(String rubric, String version) {
        var key = new Key(rubric, version);
        Stored known = published.getIfPresent(key);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Stored> found = repository.find(rubric, version);
        found.filter(stored -> stored.head().status() == Status.PUBLISHED)
                .ifPresent(stored -> published.put(key, stored));
        return found;
    }

    Scorer scorer(Stored stored) {
        return compiled.get(stored.head().hash(), _ -> new Scorer(rubric(stored)));
    }

    static Rubric rubric(Stored stored) {
        return switch (RubricDocument.parse(stored.document())) {
            case RubricDocument.Accepted accepted -> accepted.rubric();
            case RubricDocument.Refused refused ->
                    throw new IllegalStateException(
                            "the stored rubric %s cannot be read: %s"
                                    .formatted(stored.head().hash(), refused.faults()));
        };
    }
}
