package org.kongdee.evidence.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.fileupload2.core.FileUploadSizeException;
import org.apache.commons.fileupload2.core.MultipartInput;
import org.apache.commons.fileupload2.core.ParameterParser;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.problem.FieldError;
import org.kongdee.web.problem.Malformed;

/**
 * A {@code multipart/form-data} body, read part by part as it arrives; nothing of it is kept here.
 */
public final class MultipartBody {

    private static final int BUFFER = 64 * 1024;
    private static final int MAX_HEADERS = 16 * 1024;

    private final MultipartInput input;
    private boolean begun;

    private MultipartBody(MultipartInput input) {
        this.input = input;
    }

    /**
     * A part that begins.
     *
     * @param fileName as sent; empty for a plain field
     */
    public record Part(String field, Optional<String> fileName) {}

    public static MultipartBody read(
            InputStream body, @Nullable String contentType, FileLimits limits) throws IOException {
        String boundary = parameters(contentType == null ? "" : contentType).get("boundary");
        if (boundary == null || boundary.isEmpty()) {
            throw malformed("The Content-Type of a multipart body names its boundary.");
        }
        return new MultipartBody(
                MultipartInput.builder()
                        .setInputStream(new ArrivingBody(body, limits))
                        .setBoundary(boundary.getBytes(StandardCharsets.ISO_8859_1))
                        .setBufferSize(BUFFER)
                        .setMaxPartHeaderSize(MAX_HEADERS)
                        .get());
    }

    /** Goes on to the next part, past what was not read of the last one. */
    public Optional<Part> next() throws IOException {
        try {
            boolean there = begun ? input.readBoundary() : input.skipPreamble();
            begun = true;
            if (!there) {
                return Optional.empty();
            }
            input.setHeaderCharset(StandardCharsets.UTF_8);
            return Optional.of(part(input.readHeaders()));
        } catch (FileUploadSizeException e) {
            throw malformed("The headers of a part are too long.");
        } catch (MultipartInput.MalformedStreamException e) {
            throw broken();
        }
    }

    /** Reads the present part to its end. */
    public void copyTo(OutputStream target) throws IOException {
        try {
            long unused = input.readBodyData(target);
        } catch (MultipartInput.MalformedStreamException e) {
            throw broken();
        }
    }

    private static Part part(String headers) {
        for (String line : headers.split("\r\n", -1)) {
            int colon = line.indexOf(':');
            if (colon > 0
                    && line.substring(0, colon).strip().equalsIgnoreCase("content-disposition")) {
                Map<String, String> parameters = parameters(line.substring(colon + 1));
                String field = parameters.get("name");
                if (field != null) {
                    return new Part(field, Optional.ofNullable(parameters.get("filename")));
                }
            }
        }
        throw malformed("Every part of a multipart body has a Content-Disposition with a name.");
    }

    private static Map<String, String> parameters(String header) {
        var parser = new ParameterParser();
        parser.setLowerCaseNames(true);
        return parser.parse(header, ';');
    }

    private static Malformed broken() {
        return malformed("The multipart body is broken or ends before its last part.");
    }

    private static Malformed malformed(String detail) {
        return new Malformed(
                "malformed-body", detail, java.util.List.of(FieldError.at("", detail)));
    }
}
