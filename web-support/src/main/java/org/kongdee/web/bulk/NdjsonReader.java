package org.kongdee.web.bulk;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.problem.TooLarge;

/** Reads NDJSON a batch at a time, so that a body of any length takes bounded memory. */
public final class NdjsonReader<T> {

    private static final int MAX_LINE = 1_000_000;

    private final BufferedReader reader;
    private final Class<T> type;
    private final Bulk bulk;
    private int number;

    NdjsonReader(BufferedReader reader, Class<T> type, Bulk bulk) {
        this.reader = reader;
        this.type = type;
        this.bulk = bulk;
    }

    /** The next lines, at most {@code most}; empty at the end. */
    public List<Line<T>> next(int most) throws IOException {
        var lines = new ArrayList<Line<T>>();
        String text;
        while (lines.size() < most && (text = readLine()) != null) {
            if (!text.isBlank()) {
                lines.add(bulk.line(++number, text, type));
            }
        }
        return lines;
    }

    private @Nullable String readLine() throws IOException {
        int c = reader.read();
        if (c < 0) {
            return null;
        }
        var line = new StringBuilder();
        for (; c >= 0 && c != '\n'; c = reader.read()) {
            if (line.length() == MAX_LINE) {
                throw new TooLarge(
                        "too-large",
                        "Line %d is longer than %d characters.".formatted(number + 1, MAX_LINE));
            }
            line.append((char) c);
        }
        return line.toString();
    }
}
