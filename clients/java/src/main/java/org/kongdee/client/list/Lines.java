package org.kongdee.client.list;

import java.io.IOException;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.kongdee.client.Json;
import org.kongdee.client.Request;

/** Whole lists as NDJSON. */
public final class Lines {

    static final String MEDIA_TYPE = "application/x-ndjson";

    private Lines() {}

    /** Each line as a T as it arrives; closed at its end, or by closing the stream. */
    public static <T> Stream<T> of(Request request, Class<T> type) {
        var lines = new LineReader(request, request.stream(MEDIA_TYPE).body());
        var each =
                new AbstractSpliterator<T>(
                        Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL) {
                    @Override
                    public boolean tryAdvance(Consumer<? super T> action) {
                        byte[] line = lines.next();
                        if (line == null) {
                            return false;
                        }
                        try {
                            action.accept(Json.MAPPER.readValue(line, type));
                        } catch (IOException e) {
                            lines.close();
                            throw lines.fault(e);
                        }
                        return true;
                    }
                };
        return StreamSupport.stream(each, false).onClose(lines::close);
    }
}
