package org.kongdee.client.list;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.kongdee.client.Call;
import org.kongdee.client.Request;

/** Lists by pages, of which one is in memory at a time. */
public final class Pages {

    private Pages() {}

    /**
     * The items of all pages from the first. Where the list changes meanwhile, an item may come
     * twice or not at all, as on pages that somebody turns.
     */
    public static <P, T> Stream<T> of(
            Request request,
            TypeReference<P> type,
            Function<P, List<T>> items,
            Function<P, Long> total) {
        var each =
                new AbstractSpliterator<T>(
                        Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL) {
                    private int page;
                    private List<T> read = List.of();
                    private int at;
                    private long before;
                    private boolean last;

                    @Override
                    public boolean tryAdvance(Consumer<? super T> action) {
                        if (at == read.size()) {
                            if (last) {
                                return false;
                            }
                            turn();
                            if (read.isEmpty()) {
                                return false;
                            }
                        }
                        action.accept(read.get(at++));
                        return true;
                    }

                    private void turn() {
                        P next =
                                new Call<>(request.with("page", page++), "application/json", type)
                                        .send();
                        read = items.apply(next);
                        at = 0;
                        before += read.size();
                        last = read.isEmpty() || before >= total.apply(next);
                    }
                };
        return StreamSupport.stream(each, false);
    }
}
