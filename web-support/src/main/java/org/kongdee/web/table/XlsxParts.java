package org.kongdee.web.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.kongdee.web.problem.TooLarge;
import org.kongdee.web.text.Message;

/**
 * The parts of a workbook, which is a zip, by its directory: what stands before the parts is
 * written in ways that not every reader of streams takes. All of it is unpacked once, to nowhere,
 * before any of it is read: what the directory says of sizes is not believed. After that a part is
 * unpacked again as it is read, and never held.
 */
final class XlsxParts implements AutoCloseable {

    /** Of all parts together, unpacked. */
    private static final int MOST_BYTES = 64 << 20;

    /** A workbook of a hundred sheets with pictures has fewer. */
    private static final int MOST_PARTS = 2_000;

    private static final int END = 0x06054B50;
    private static final int END_SIZE = 22;
    private static final int ENTRY = 0x02014B50;
    private static final int ENTRY_SIZE = 46;
    private static final int LOCAL = 0x04034B50;
    private static final int LOCAL_SIZE = 30;

    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private static final int PIECE = 64 * 1024;

    private final ByteBuffer file;
    private final Map<String, Part> parts;
    private final List<Inflater> inflaters = new ArrayList<>();

    private record Part(int method, int begin, int size) {}

    /**
     * @throws TooLarge if there is more in it than is taken
     */
    XlsxParts(byte[] file) throws IOException {
        this.file = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        try {
            this.parts = directory();
        } catch (IndexOutOfBoundsException e) {
            throw XlsxReader.broken();
        }
        measure();
    }

    /** A part by its name, which begins with no slash. */
    Optional<InputStream> open(String name) {
        return Optional.ofNullable(parts.get(spelling(name))).map(this::open);
    }

    @Override
    public void close() {
        inflaters.forEach(Inflater::end);
        inflaters.clear();
    }

    private Map<String, Part> directory() {
        int end = file.limit() - END_SIZE;
        while (end > 0 && file.getInt(end) != END) {
            end--;
        }
        if (file.getInt(end) != END) {
            throw XlsxReader.broken();
        }
        int count = file.getChar(end + 10);
        if (count > MOST_PARTS) {
            throw new TooLarge(
                    "too-large", Message.of("The workbook has more than %d parts.", MOST_PARTS));
        }
        int at = file.getInt(end + 16);
        Map<String, Part> found = new HashMap<>();
        for (int i = 0; i < count; i++) {
            if (file.getInt(at) != ENTRY) {
                throw XlsxReader.broken();
            }
            int name = file.getChar(at + 28);
            found.putIfAbsent(
                    spelling(
                            new String(
                                    file.array(), at + ENTRY_SIZE, name, StandardCharsets.UTF_8)),
                    part(file.getChar(at + 10), file.getInt(at + 42), file.getInt(at + 20)));
            at += ENTRY_SIZE + name + file.getChar(at + 30) + file.getChar(at + 32);
        }
        return found;
    }

    private Part part(int method, int local, int size) {
        if (method != STORED && method != DEFLATED || file.getInt(local) != LOCAL) {
            throw XlsxReader.broken();
        }
        int begin = local + LOCAL_SIZE + file.getChar(local + 26) + file.getChar(local + 28);
        if (size < 0 || begin > file.limit() - size) {
            throw XlsxReader.broken();
        }
        return new Part(method, begin, size);
    }

    private InputStream open(Part part) {
        var packed = new ByteArrayInputStream(file.array(), part.begin(), part.size());
        if (part.method() == STORED) {
            return packed;
        }
        Inflater inflater = new Inflater(true);
        inflaters.add(inflater);
        return new InflaterInputStream(packed, inflater);
    }

    private void measure() throws IOException {
        byte[] nowhere = new byte[PIECE];
        long bytes = 0;
        for (Part part : parts.values()) {
            InputStream unpacked = open(part);
            for (int count = unpacked.read(nowhere); count >= 0; count = unpacked.read(nowhere)) {
                bytes += count;
                if (bytes > MOST_BYTES) {
                    close();
                    throw new TooLarge(
                            "too-large",
                            Message.of(
                                    "The workbook has more than %d bytes when it is unpacked.",
                                    MOST_BYTES));
                }
            }
            close();
        }
    }

    private static String spelling(String name) {
        String slashes = name.replace('\\', '/');
        return (slashes.startsWith("/") ? slashes.substring(1) : slashes).toLowerCase(Locale.ROOT);
    }
}
