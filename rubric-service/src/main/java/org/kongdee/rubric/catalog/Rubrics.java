package org.kongdee.rubric.catalog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.kongdee.rubric.catalog.RubricVersion.Key;
import org.kongdee.rubric.catalog.RubricVersionView.Status;
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

    Rubrics(RubricRepository repository) {
        this.repository = repository;
    }

    /** A version with its canonical document. */
    record Stored(RubricVersionView head, String document) {

        static Stored of(RubricVersion version) {
            return new Stored(RubricVersionView.of(version), version.document());
        }

        boolean isPublished() {
            return head.status() == Status.PUBLISHED;
        }

        Rubric rubric() {
            return switch (RubricDocument.parse(document)) {
                case RubricDocument.Accepted accepted -> accepted.rubric();
                case RubricDocument.Refused refused ->
                        throw new IllegalStateException(
                                "the stored rubric %s cannot be read: %s"
                                        .formatted(head.hash(), refused.faults()));
            };
        }
    }

    /**
     * The rubric of a version, ready to score with.
     *
     * @throws NotFound if there is no such version
     */
    public Scorer scorer(String rubric, String version) {
        Stored stored = get(rubric, version);
        return compiled.get(stored.head().hash(), _ -> new Scorer(stored.rubric()));
    }

    /** Whether such a version is there and published. */
    public boolean isPublished(String rubric, String version) {
        return find(new Key(rubric, version)).filter(Stored::isPublished).isPresent();
    }

    Stored get(String rubric, String version) {
        return find(new Key(rubric, version)).orElseThrow(() -> noSuch(rubric, version));
    }

    static NotFound noSuch(String rubric, String version) {
        return new NotFound("There is no version '%s' of rubric '%s'.".formatted(version, rubric));
    }

    private Optional<Stored> find(Key key) {
        Stored known = published.getIfPresent(key);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Stored> found = repository.findByIdOptional(key).map(Stored::of);
        found.filter(Stored::isPublished).ifPresent(stored -> published.put(key, stored));
        return found;
    }
}
