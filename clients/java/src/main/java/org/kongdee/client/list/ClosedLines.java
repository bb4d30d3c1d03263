package org.kongdee.client.list;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.EOFException;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.kongdee.client.Json;
import org.kongdee.client.Request;

/**
 * NDJSON whose last line is of another kind, such as outcomes and their summary. An answer without
 * that line was cut off, which is thrown and never taken for the end.
 */
public final class ClosedLines<T, L> implements Iterable<T>, AutoCloseable {

    private final LineReader lines;
    private final Class<T> type;
    private final Class<L> ending;
    private byte[] line;
    private byte[] following;
    private L last;

    private ClosedLines(LineReader lines, Class<T> type, Class<L> ending) {
        this.lines = lines;
        this.type = type;
        this.ending = ending;
        line = lines.next();
        following = line == null ? null : lines.next();
    }

    public static <T, L> ClosedLines<T, L> of(Request request, Class<T> type, Class<L> ending) {
        return new ClosedLines<>(
                new LineReader(request, request.stream(Lines.MEDIA_TYPE).body()), type, ending);
    }

    private boolean hasNext() {
        if (following == null && last == null) {
            last = ending();
        }
        return following != null;
    }

    private T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        try {
            T next = Json.MAPPER.readValue(line, type);
            line = following;
            following = lines.next();
            return next;
        } catch (IOException e) {
            close();
            throw lines.fault(e);
        }
    }

    /** Reads what is left, and what stands after it. */
    public L last() {
        while (hasNext()) {
            next();
        }
        return last;
    }

    private L ending() {
        try {
            JsonNode read = line == null ? null : Json.MAPPER.readTree(line);
            for (RecordComponent member : ending.getRecordComponents()) {
                if (read == null || !read.has(member.getName())) {
                    throw new EOFException("it ends without its last line");
                }
            }
            return Json.MAPPER.treeToValue(read, ending);
        } catch (IOException e) {
            throw lines.fault(e);
        }
    }

    /** May be iterated once. */
    @Override
    public Iterator<T> iterator() {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return ClosedLines.this.hasNext();
            }

            @Override
            public T next() {
                return ClosedLines.this.next();
            }
        };
    }

    @Override
    public void close() {
        lines.close();
    }
}
