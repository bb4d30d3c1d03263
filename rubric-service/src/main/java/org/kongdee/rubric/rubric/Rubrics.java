package org.kongdee.rubric.rubric;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.document.Reading;
import org.kongdee.rubric.document.Rubric;
import org.kongdee.rubric.document.RubricDocument;
import org.kongdee.rubric.rubric.RubricVersion.Key;
import org.kongdee.rubric.rubric.RubricVersionView.Status;
import org.kongdee.rubric.scoring.Scorer;
import org.kongdee.web.problem.NotFound;
import org.kongdee.web.text.Message;

/**
 * Gives other features rubrics that are ready to score with. A published version never changes, so
 * it is read and compiled once; a draft is found by its hash.
 */
@ApplicationScoped
public class Rubrics {

    /** In characters of rules, each of which takes some 80 bytes: those of forty contests. */
    private static final int MOST_COMPILED = 500_000;

    private static final int WEIGHT_OF_A_CRITERION = 100;

    /** In characters of documents: those of four hundred contests. */
    private static final int MOST_PUBLISHED = 16 << 20;

    private final RubricRepository repository;
    private final Cache<String, Scorer> compiled =
            Caffeine.newBuilder()
                    .maximumWeight(MOST_COMPILED)
                    .weigher((String _, Scorer scorer) -> weight(scorer.rubric()))
                    .build();
    private final Cache<Key, Stored> published =
            Caffeine.newBuilder()
                    .maximumWeight(MOST_PUBLISHED)
                    .weigher((Key _, Stored stored) -> stored.document().length())
                    .build();

    Rubrics(RubricRepository repository) {
        this.repository = repository;
    }

    private static int weight(Rubric rubric) {
        return rubric.criteria().size() * WEIGHT_OF_A_CRITERION
                + rubric.rules().mapToInt(rule -> rule.source().length()).sum();
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
                case Reading.Accepted<Rubric> accepted -> accepted.content();
                case Reading.Refused<Rubric> refused ->
                        throw new IllegalStateException(
                                "the stored rubric %s cannot be read: %s"
                                        .formatted(head.hash(), refused.faults()));
            };
        }
    }

    /**
     * The whole rubric of a version, ready to score units that have all of it.
     *
     * @throws NotFound if there is no such version
     */
    public Scorer scorer(String rubric, String version) {
        return scorer(get(rubric, version));
    }

    /**
     * The same for the units of a group.
     *
     * @param group null where the rubric has none
     */
    public Scorer scorer(String rubric, String version, @Nullable String group) {
        Stored stored = get(rubric, version);
        Scorer whole = scorer(stored);
        if (group == null) {
            return whole;
        }
        String key = stored.head().hash() + "/" + group;
        return compiled.get(key, _ -> new Scorer(whole.rubric(), group));
    }

    private Scorer scorer(Stored stored) {
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
        return new NotFound(
                Message.of("There is no version '%s' of rubric '%s'.", version, rubric));
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
