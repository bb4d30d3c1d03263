package org.kongdee.web.entity;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hibernate.jpa.HibernateHints;
import org.kongdee.web.paging.Page;
import org.kongdee.web.paging.Paging;

/** Reads lists of entities as views. */
public final class Lists {

    private static final int FETCH_SIZE = 500;

    private Lists() {}

    /**
     * One page, and how many there are in all. It is read whole before views are made of it, so
     * that what belongs to its entities is read for all of them at once.
     */
    public static <E, V> Page<V> page(
            PanacheQuery<E> query, Paging paging, Function<? super E, ? extends V> view) {
        return Page.of(
                query.page(paging.page(), paging.size()).list().stream().<V>map(view).toList(),
                paging,
                query.count());
    }

    /**
     * Hands on all of it, one by one, in the transaction under way; nothing of it stays in memory,
     * and nothing that was changed before may be among it.
     */
    public static <E, V> void each(
            PanacheQuery<E> query,
            Function<? super E, ? extends V> view,
            Consumer<? super V> sink) {
        try (Stream<E> found =
                query
                        .withHint(HibernateHints.HINT_FETCH_SIZE, FETCH_SIZE)
                        .withHint(HibernateHints.HINT_READ_ONLY, true)
                        .stream()) {
            found.forEach(
                    entity -> {
                        sink.accept(view.apply(entity));
                        Panache.getEntityManager().detach(entity);
                    });
        }
    }
}
