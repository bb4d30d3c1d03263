package org.kongdee.web.bulk;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.problem.TooLarge;
import org.kongdee.web.text.Message;

/**
 * Reads NDJSON a batch at a time, so that a body of any length takes bounded memory. A line has the
 * number that an editor shows: empty ones count, though nothing is read of them.
 */
public final class NdjsonReader<T> {

    private static final int MAX_LINE = 1_000_000;

    /** Begins a file of some editors, and each of the files that were joined to one. */
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final BufferedInputStream in;
    private final Class<T> type;
    private final Bulk bulk;
    private int number;

    NdjsonReader(BufferedInputStream in, Class<T> type, Bulk bulk) {
        this.in = in;
        this.type = type;
        this.bulk = bulk;
    }

    /** The next lines, at most {@code most}; empty at the end. */
    public List<Line<T>> next(int most) throws IOException {
        var lines = new ArrayList<Line<T>>();
        byte[] text;
        while (lines.size() < most && (text = readLine()) != null) {
            number++;
            if (!isBlank(text)) {
                lines.add(bulk.line(number, text, type));
            }
        }
        return lines;
    }

    private static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }

    private byte @Nullable [] readLine() throws IOException {
        int b = in.read();
        if (b < 0) {
            return null;
        }
        var line = new ByteArrayOutputStream();
        for (; b >= 0 && b != '\n'; b = in.read()) {
            if (line.size() == MAX_LINE) {
                throw new TooLarge(
                        "too-large",
                        Message.of("Line %d is longer than %d bytes.", number + 1, MAX_LINE));
            }
            line.write(b);
        }
        return unmarked(line.toByteArray());
    }

    private static byte[] unmarked(byte[] line) {
        int mark = BYTE_ORDER_MARK.length;
        return line.length >= mark && Arrays.equals(line, 0, mark, BYTE_ORDER_MARK, 0, mark)
                ? Arrays.copyOfRange(line, mark, line.length)
                : line;
    }
}
