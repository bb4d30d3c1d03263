package org.kongdee.web.bulk;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.ws.rs.core.MediaType;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.body.WholeBody;
import org.kongdee.web.bulk.BulkView.OutcomeView;
import org.kongdee.web.outage.Causes;
import org.kongdee.web.paging.Ndjson;
import org.kongdee.web.problem.Fault;
import org.kongdee.web.problem.JsonFaults;
import org.kongdee.web.problem.Malformed;
import org.kongdee.web.problem.Problems;
import org.kongdee.web.problem.TooLarge;
import org.kongdee.web.problem.Violations;
import org.kongdee.web.text.Language;
import org.kongdee.web.text.Message;
import org.kongdee.web.text.Utf8;

/** Reads the lines of bulk requests, each for itself, and writes their outcomes. */
@ApplicationScoped
public class Bulk {

    /** The longest stream that is read whole, where lines can't be written one by one. */
    public static final int MOST_BYTES = 10 << 20;

    /** The most lines of a body that is read whole. */
    public static final int MOST_LINES = 10_000;

    private final ObjectMapper mapper;
    private final Validator validator;
    private final WholeBody whole;
    private final HttpServerRequest request;

    Bulk(ObjectMapper mapper, Validator validator, WholeBody whole, HttpServerRequest request) {
        this.mapper = mapper;
        this.validator = validator;
        this.whole = whole;
        this.request = request;
    }

    /** The whole body, if it has at most {@code most} bytes. */
    public byte[] bytes(InputStream body, int most) {
        return whole.read(body, most);
    }

    /** The lines of a body that was read whole, as a JSON array or as NDJSON by its media type. */
    public <T> List<Line<T>> lines(byte[] body, MediaType mediaType, Class<T> type) {
        try {
            if (!mediaType.toString().startsWith(Ndjson.MEDIA_TYPE)) {
                return array(new ByteArrayInputStream(body), type);
            }
            List<Line<T>> lines = ndjson(new ByteArrayInputStream(body), type).next(MOST_LINES + 1);
            if (lines.size() > MOST_LINES) {
                throw tooMany();
            }
            return lines;
        } catch (JsonProcessingException e) {
            throw JsonFaults.fault(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says how many lines are taken. */
    public static TooLarge tooMany() {
        return new TooLarge(
                "too-many-lines",
                Message.of("At most %d lines are taken in one request.", MOST_LINES));
    }

    /**
     * The elements of a JSON array. An element that cannot be read is a line that says why; a body
     * that is no array at all is refused whole.
     */
    public <T> List<Line<T>> array(InputStream body, Class<T> type) throws IOException {
        var lines = new ArrayList<Line<T>>();
        try (JsonParser parser = mapper.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new Malformed(
                        "malformed-body",
                        Message.of(
                                "The body must be a JSON array, or NDJSON as application/x-ndjson."));
            }
            ObjectReader element =
                    mapper.readerFor(type).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
            int outside = parser.getParsingContext().getNestingDepth();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (lines.size() == MOST_LINES) {
                    throw tooMany();
                }
                lines.add(read(lines.size() + 1, () -> element(parser, element)));
                // What could not be read was left where it went wrong.
                while (parser.getParsingContext().getNestingDepth() > outside) {
                    parser.nextToken();
                }
            }
            if (parser.nextToken() != null) {
                throw new Malformed(
                        "malformed-body",
                        Message.of("The body goes on after the end of the JSON array."));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return lines;
    }

    /**
     * Reads an element, without a tree of it first: a large one can be made of a small body.
     *
     * @throws UncheckedIOException where the text is no JSON; then there is no next element either
     */
    private static <T> T element(JsonParser parser, ObjectReader reader)
            throws JsonProcessingException {
        try {
            return reader.readValue(parser);
        } catch (JsonProcessingException e) {
            Causes.find(e, JsonParseException.class)
                    .ifPresent(
                            noJson -> {
                                throw new UncheckedIOException(noJson);
                            });
            Causes.find(e, StreamConstraintsException.class)
                    .ifPresent(
                            tooMuch -> {
                                throw new UncheckedIOException(tooMuch);
                            });
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** NDJSON, line by line; empty lines are counted and passed over. */
    public <T> NdjsonReader<T> ndjson(InputStream body, Class<T> type) {
        return new NdjsonReader<>(new BufferedInputStream(body), type, this);
    }

    <T> Line<T> line(int number, byte[] text, Class<T> type) {
        try {
            String json = Utf8.decode(text);
            return read(number, () -> mapper.readValue(json, type));
        } catch (CharacterCodingException e) {
            return new Line.Unreadable<>(
                    number, Malformed.body(Message.of("The line is not UTF-8 text.")));
        }
    }

    private <T> Line<T> read(int number, Read<T> read) {
        try {
            return new Line.Readable<>(number, value(read));
        } catch (Fault fault) {
            return new Line.Unreadable<>(number, fault);
        }
    }

    /**
     * Reads and checks what a line holds, whatever format the line was written in.
     *
     * @throws Fault if it cannot be read, or breaks a constraint
     */
    public <T> T value(JsonNode json, Class<T> type) {
        return value(() -> mapper.treeToValue(json, type));
    }

    private <T> T value(Read<T> read) {
        T value;
        try {
            value = read.get();
        } catch (JsonProcessingException e) {
            throw JsonFaults.fault(e);
        }
        if (value == null) {
            throw new Malformed(
                    "malformed-body", Message.of("The line is null; an object is expected."));
        }
        Set<ConstraintViolation<T>> violations = validator.validate(value);
        if (!violations.isEmpty()) {
            throw Violations.fault(violations);
        }
        return value;
    }

    /** Reading one line. */
    private interface Read<T> {
        T get() throws JsonProcessingException;
    }

    /**
     * The answer.
     *
     * @param members the names of what an accepted line tells besides; null in one that was refused
     */
    public BulkView view(List<Outcome> outcomes, List<String> members) {
        int accepted = (int) outcomes.stream().filter(Outcome::accepted).count();
        return new BulkView(
                accepted,
                outcomes.size() - accepted,
                outcomes.stream().map(outcome -> view(outcome, members)).toList());
    }

    /** The same of one line. */
    public OutcomeView view(Outcome outcome, List<String> members) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        members.forEach(member -> told.put(member, outcome.members().get(member)));
        return new OutcomeView(
                outcome.line(),
                outcome.status(),
                outcome.fault() == null
                        ? null
                        : Problems.problem(
                                outcome.fault(),
                                Language.preferred(request.getHeader("Accept-Language")),
                                request.path()),
                told);
    }
}
