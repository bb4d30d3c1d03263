package org.kongdee.rubric.rubric;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.ConstraintViolationException.ConstraintKind;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.rubric.RubricVersion.Key;
import org.kongdee.rubric.rubric.RubricVersionView.Status;
import org.kongdee.web.entity.KeptRepository;
import org.kongdee.web.problem.Conflict;
import org.kongdee.web.text.Message;

/** The table {@code rubric_version}. */
@ApplicationScoped
class RubricRepository implements KeptRepository<RubricVersion, Key> {

    private static final Sort ORDER = Sort.by("id.rubric", "id.version");

    /**
     * By key and version.
     *
     * @param rubric the one whose versions are wanted, or null for all
     */
    PanacheQuery<RubricVersion> inOrder(@Nullable String rubric) {
        return rubric == null ? findAll(ORDER) : find("id.rubric", ORDER, rubric);
    }

    /** The version that was published last. */
    Optional<RubricVersion> findLatest(String rubric) {
        return find(
                        "id.rubric = ?1 and status = ?2",
                        Sort.descending("publishedAt", "id.version"),
                        rubric,
                        Status.PUBLISHED)
                .firstResultOptional();
    }

    /** Keeps every other writer away until the transaction ends. */
    void lockAll() {
        getEntityManager()
                .createNativeQuery("lock table rubric_version in exclusive mode")
                .executeUpdate();
    }

    /**
     * Deletes a draft at once.
     *
     * @throws Conflict if a cycle, even one in preparation, is made of it
     */
    void remove(RubricVersion draft) {
        try {
            delete(draft);
            flush();
        } catch (ConstraintViolationException e) {
            if (e.getKind() == ConstraintKind.FOREIGN_KEY) {
                throw new Conflict(
                        "rubric-in-use",
                        Message.of("A cycle uses this version, so it cannot be deleted."));
            }
            throw e;
        }
    }
}
