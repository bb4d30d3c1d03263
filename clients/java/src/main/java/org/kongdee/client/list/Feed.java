package org.kongdee.client.list;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

/**
 * What changed since a cursor, in the order of the changes, until nothing more has. Keep {@link
 * #cursor} when all is done, and go on from there the next time: whoever is stopped before gets
 * some changes twice, and misses none.
 */
public final class Feed<T> implements Iterable<T> {

    /** Reads everything there is, as the first time. */
    public static final String START = "start";

    private final Iterator<T> items;
    private String cursor;

    /**
     * @param since what changed since a cursor, with the next one
     */
    public <P> Feed(
            String cursor,
            Function<String, P> since,
            Function<P, List<T>> items,
            Function<P, String> next) {
        this.cursor = cursor;
        this.items =
                new Iterator<>() {
                    private Iterator<T> read = List.<T>of().iterator();
                    private String following = cursor;
                    private boolean last;

                    @Override
                    public boolean hasNext() {
                        // What stood before this cursor has been handed out, and asked for more.
                        while (!read.hasNext() && !last) {
                            Feed.this.cursor = following;
                            P answer = since.apply(following);
                            List<T> changed = items.apply(answer);
                            read = changed.iterator();
                            following = next.apply(answer);
                            if (changed.isEmpty()) {
                                Feed.this.cursor = following;
                                last = true;
                            }
                        }
                        return read.hasNext();
                    }

                    @Override
                    public T next() {
                        if (!hasNext()) {
                            throw new NoSuchElementException();
                        }
                        return read.next();
                    }
                };
    }

    /** Where to go on from: after every item that was handed out before the one at hand. */
    public String cursor() {
        return cursor;
    }

    /** May be iterated once. */
    @Override
    public Iterator<T> iterator() {
        return items;
    }
}
