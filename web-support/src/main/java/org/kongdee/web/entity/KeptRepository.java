package org.kongdee.web.entity;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.ConstraintViolationException.ConstraintKind;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.etag.IfMatch;
import org.kongdee.web.etag.Put;
import org.kongdee.web.etag.Tagged;
import org.kongdee.web.etag.Written;
import org.kongdee.web.problem.StaleVersion;
import org.kongdee.web.text.Message;

/** A repository of what is written by PUT under a key of its own. */
public interface KeptRepository<E extends Tagged, K> extends PanacheRepositoryBase<E, K> {

    /** For a change: other writers wait until the transaction ends. Reads never lock. */
    default Optional<E> findLocked(K key) {
        return findByIdOptional(key, LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * Does a PUT, and writes it at once.
     *
     * @param says whether what is there is what is wanted
     */
    default Written<E> put(
            K key,
            @Nullable IfMatch ifMatch,
            Predicate<E> says,
            Supplier<E> create,
            Consumer<E> change) {
        Optional<E> there = findLocked(key);
        E now = put(there, ifMatch, says, create, change);
        write();
        return new Written<>(now, now.etag(), there.isEmpty());
    }

    /** The same for one of many, which are written together by {@link #write} later. */
    default E put(
            Optional<E> there,
            @Nullable IfMatch ifMatch,
            Predicate<E> says,
            Supplier<E> create,
            Consumer<E> change) {
        return put(there, there.map(Tagged::etag).orElse(null), ifMatch, says, create, change);
    }

    /**
     * The same where what is shown has more than the entity, and so an ETag of its own.
     *
     * @param etag of what is there; null where nothing is
     */
    default E put(
            Optional<E> there,
            @Nullable String etag,
            @Nullable IfMatch ifMatch,
            Predicate<E> says,
            Supplier<E> create,
            Consumer<E> change) {
        return switch (Put.decide(ifMatch, etag, there.filter(says).isPresent())) {
            case CREATE -> {
                E created = create.get();
                persist(created);
                yield created;
            }
            case NOTHING -> there.orElseThrow();
            case CHANGE -> {
                E changed = there.orElseThrow();
                change.accept(changed);
                yield changed;
            }
        };
    }

    /**
     * Sends what has changed to the database now, so that revisions are known and SQL sees it.
     *
     * @throws StaleVersion if somebody else was quicker
     */
    default void write() {
        try {
            flush();
        } catch (OptimisticLockException e) {
            throw new StaleVersion(
                    Message.of("Somebody else changed it at the same moment; read it again."));
        } catch (ConstraintViolationException e) {
            if (e.getKind() == ConstraintKind.UNIQUE
                    && String.valueOf(e.getConstraintName()).startsWith("pk_")) {
                throw new StaleVersion(
                        Message.of("Somebody else created it at the same moment; read it."));
            }
            throw e;
        }
    }
}
