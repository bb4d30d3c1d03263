package org.kongdee.web.paging;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.kongdee.web.answer.LongAnswers;
import org.kongdee.web.answer.Unchecked;

/** Streams a whole list, a JSON value a line, without holding it in memory. */
@Singleton
public class Ndjson {

    public static final String MEDIA_TYPE = "application/x-ndjson";

    private final ObjectMapper mapper;
    private final LongAnswers answers;

    Ndjson(ObjectMapper mapper, LongAnswers answers) {
        this.mapper = mapper;
        this.answers = answers;
    }

    /** Takes the lines one by one. */
    @FunctionalInterface
    public interface Sink {
        void line(Object value) throws IOException;

        /**
         * Sends what has been written so far, so that the caller sees progress; nothing where
         * nothing is held back.
         */
        default void flush() throws IOException {}
    }

    /** Makes the lines. */
    @FunctionalInterface
    public interface Source {
        void writeTo(Sink sink) throws IOException;
    }

    /**
     * Whether the caller prefers NDJSON; who names no type gets a page. What is preferred was
     * settled before (org.kongdee.web.media).
     */
    public static boolean isAsked(HttpHeaders headers) {
        return MEDIA_TYPE.equals(headers.getHeaderString(HttpHeaders.ACCEPT));
    }

    /**
     * The answer. It is a {@code Response}, as everything that a method of several types answers:
     * for a {@code RestResponse} Quarkus would choose the writer by the wrapper, not by the body.
     */
    public Response stream(Source source) {
        return respond(answers.of(out -> write(source, out)));
    }

    /** The same in room that was taken for it before. */
    public Response stream(LongAnswers.Reserved room, Source source) {
        return respond(room.of(out -> write(source, out)));
    }

    private static Response respond(StreamingOutput lines) {
        return Response.ok(lines).type(MEDIA_TYPE).build();
    }

    /** Lines that are few enough to be held in memory, with one more at the end. */
    public byte[] bytes(List<?> lines, Object last) {
        var out = new ByteArrayOutputStream();
        try {
            write(
                    sink -> {
                        for (Object line : lines) {
                            sink.line(line);
                        }
                        sink.line(last);
                    },
                    out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void write(Source source, OutputStream out) throws IOException {
        source.writeTo(
                new Sink() {
                    @Override
                    public void line(Object value) throws IOException {
                        out.write(mapper.writeValueAsBytes(value));
                        out.write('\n');
                    }

                    @Override
                    public void flush() throws IOException {
                        out.flush();
                    }
                });
    }

    /** For producers that cannot throw {@link IOException}, such as result set readers. */
    public static <T> Consumer<T> unchecked(Sink sink) {
        return Unchecked.consumer(sink::line);
    }
}
