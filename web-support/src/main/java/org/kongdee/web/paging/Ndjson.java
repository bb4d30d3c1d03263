package org.kongdee.web.paging;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;

/** Streams a whole list, a JSON value a line, without holding it in memory. */
@Singleton
public class Ndjson {

    public static final String MEDIA_TYPE = "application/x-ndjson";

    private static final int BUFFER = 32 * 1024;

    private final ObjectMapper mapper;

    Ndjson(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** Takes the lines one by one. */
    @FunctionalInterface
    public interface Sink {
        void line(Object value) throws IOException;
    }

    /** Makes the lines. */
    @FunctionalInterface
    public interface Source {
        void writeTo(Sink sink) throws IOException;
    }

    /** Whether the caller prefers NDJSON; who names no type gets a page. */
    public static boolean isAsked(HttpHeaders headers) {
        return headers.getAcceptableMediaTypes().getFirst().toString().startsWith(MEDIA_TYPE);
    }

    public Response stream(Source source) {
        return Response.ok((StreamingOutput) out -> write(source, out)).type(MEDIA_TYPE).build();
    }

    private void write(Source source, OutputStream out) throws IOException {
        var writer =
                mapper.writer()
                        .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                        .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);
        var buffered = new BufferedOutputStream(out, BUFFER);
        source.writeTo(
                value -> {
                    buffered.write(writer.writeValueAsBytes(value));
                    buffered.write('\n');
                });
        buffered.flush();
    }

    /** For producers that cannot throw {@link IOException}, such as result set readers. */
    public static <T> Consumer<T> unchecked(Sink sink) {
        return value -> {
            try {
                sink.line(value);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        };
    }
}
