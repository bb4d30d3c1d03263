package org.kongdee.evidence.filing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.problem.Malformed;
import org.kongdee.web.text.Message;
import org.kongdee.web.text.Text;

/**
 * A {@code multipart/form-data} body (RFC 7578), read part by part as it arrives; nothing of it is
 * kept here. Looking for the boundary is what it spends its time on, so that is done by Horspool's
 * search, which looks at a few bytes in every boundary's length.
 */
public final class MultipartBody {

    private static final int BUFFER = 64 * 1024;
    private static final int MAX_HEADERS = 16 * 1024;
    private static final int MAX_BOUNDARY = 200;
    private static final int MAX_SHOWN = 80;
    private static final Set<String> AS_IT_IS = Set.of("7bit", "8bit", "binary");

    private final InputStream in;
    private final byte[] delimiter;
    private final int[] skip = new int[256];
    private final byte[] buffer = new byte[BUFFER];
    private int start;
    private int end;
    private boolean inContent = true;

    private MultipartBody(InputStream in, String boundary) {
        this.in = in;
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        Arrays.fill(skip, delimiter.length);
        for (int i = 0; i < delimiter.length - 1; i++) {
            skip[delimiter[i] & 0xff] = delimiter.length - 1 - i;
        }
        // The first boundary begins the body, or follows a line that is to be ignored.
        buffer[end++] = '\r';
        buffer[end++] = '\n';
    }

    /**
     * A part that begins.
     *
     * @param fileName as sent; empty for a plain field, and for a file without a name
     */
    public record Part(String field, Optional<String> fileName) {}

    public static MultipartBody read(InputStream body, @Nullable String contentType) {
        String boundary = HeaderParameters.of(String.valueOf(contentType)).get("boundary");
        if (boundary == null || boundary.isEmpty() || boundary.length() > MAX_BOUNDARY) {
            throw Malformed.body(
                    Message.of("The Content-Type of a multipart body names its boundary."));
        }
        return new MultipartBody(body, boundary);
    }

    /** Goes on to the next part, past what was not read of the last one. */
    public Optional<Part> next() throws IOException {
        if (inContent) {
            copyTo(OutputStream.nullOutputStream());
        }
        String rest = line(MAX_HEADERS);
        if (rest.startsWith("--")) {
            return Optional.empty();
        }
        if (!rest.isBlank()) {
            throw broken();
        }
        inContent = true;
        return Optional.of(part());
    }

    /** Reads the present part to its end. */
    public void copyTo(OutputStream target) throws IOException {
        int found = find();
        while (found < 0) {
            // What could be the beginning of the boundary stays.
            int certain = end - delimiter.length + 1;
            if (certain > start) {
                target.write(buffer, start, certain - start);
                start = certain;
            }
            fill();
            found = find();
        }
        target.write(buffer, start, found - start);
        start = found + delimiter.length;
        inContent = false;
    }

    /** Where the boundary begins in the buffer; negative if it is not there as a whole. */
    private int find() {
        int last = delimiter.length - 1;
        byte ending = delimiter[last];
        for (int at = start + last; at < end; at += skip[buffer[at] & 0xff]) {
            if (buffer[at] == ending && Arrays.equals(buffer, at - last, at, delimiter, 0, last)) {
                return at - last;
            }
        }
        return -1;
    }

    private void fill() throws IOException {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        int count = in.read(buffer, end, buffer.length - end);
        if (count < 0) {
            throw broken();
        }
        end += count;
    }

    private Part part() throws IOException {
        Optional<Part> found = Optional.empty();
        List<String> encoded = new ArrayList<>();
        int left = MAX_HEADERS;
        for (String line = line(left); !line.isEmpty(); line = line(left)) {
            left -= line.length();
            if (isEncoded(line)) {
                encoded.add(line);
            }
            if (line.toLowerCase(Locale.ROOT).startsWith("content-disposition:")) {
                HeaderParameters parameters = HeaderParameters.of(line);
                String field = parameters.get("name");
                if (field != null) {
                    // It is shown if it is not known; the file's own name is made harmless.
                    Text.LINE.check(
                            field,
                            fault -> Malformed.body(Message.of("The name of a part %s.", fault)));
                    found =
                            Optional.of(
                                    new Part(field, Optional.ofNullable(parameters.fileName())));
                }
            }
        }
        Part part =
                found.orElseThrow(
                        () ->
                                Malformed.body(
                                        Message.of(
                                                "Every part of a multipart body has a Content-Disposition with a name.")));
        if (!encoded.isEmpty()) {
            throw encoded(part, encoded.getFirst());
        }
        return part;
    }

    /** Whether the header says that the bytes of its part are not those that are meant. */
    private static boolean isEncoded(String header) {
        String[] nameAndValue = header.toLowerCase(Locale.ROOT).split(":", 2);
        String value = nameAndValue.length < 2 ? "" : nameAndValue[1].strip();
        return switch (nameAndValue[0].strip()) {
            case "content-transfer-encoding" -> !AS_IT_IS.contains(value);
            case "content-encoding" -> !value.equals("identity");
            default -> false;
        };
    }

    /** RFC 7578, 4.7, has no encodings any more; to undo one unasked would store other bytes. */
    private static Malformed encoded(Part part, String header) {
        String shown = Text.legible(header.substring(0, Math.min(header.length(), MAX_SHOWN)));
        return Malformed.at(
                "/%s".formatted(part.field()),
                Message.of(
                        "The part '%s' is encoded (%s); parts are sent as they are, without an encoding or as 7bit, 8bit or binary.",
                        part.field(), shown));
    }

    /** The next line, without its end. */
    private String line(int most) throws IOException {
        var line = new ByteArrayOutputStream();
        while (true) {
            if (start == end) {
                fill();
            }
            byte next = buffer[start++];
            if (next == '\n') {
                return text(line.toByteArray()).stripTrailing();
            }
            if (line.size() >= most) {
                throw Malformed.body(
                        Message.of(
                                "The headers of a part are too long; they have at most %,d bytes.",
                                MAX_HEADERS));
            }
            line.write(next);
        }
    }

    private static String text(byte[] line) {
        try {
            return HeaderText.decode(line);
        } catch (CharacterCodingException neither) {
            throw Malformed.body(
                    Message.of(
                            "The headers of a part, which name its file, are neither UTF-8 nor Windows-874 (TIS-620)."));
        }
    }

    private static Malformed broken() {
        return Malformed.body(
                Message.of("The multipart body is broken or ends before its last part."));
    }
}
