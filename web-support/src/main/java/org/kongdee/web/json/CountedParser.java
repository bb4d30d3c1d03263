package org.kongdee.web.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.problem.Fault;

/**
 * Reads what is inside one list or object, and counts its items or members: one more than are taken
 * is refused before anything is made of it.
 */
public final class CountedParser extends JsonParserDelegate {

    private final int most;
    private final Fault tooMany;
    private final boolean members;
    private int depth;
    private int count;

    private CountedParser(JsonParser parser, int most, Fault tooMany) {
        super(parser);
        this.most = most;
        this.tooMany = tooMany;
        this.members = parser.hasToken(JsonToken.START_OBJECT);
    }

    /** What is read from a parser. */
    @FunctionalInterface
    public interface Reading<T extends @Nullable Object> {
        T from(JsonParser parser) throws IOException;
    }

    /**
     * Reads the list or object that {@code parser} stands at.
     *
     * @throws Fault {@code tooMany}, as it is, where it has more than {@code most}
     */
    public static <T extends @Nullable Object> T read(
            JsonParser parser, int most, Fault tooMany, Reading<T> reading) throws IOException {
        try {
            return reading.from(new CountedParser(parser, most, tooMany));
        } catch (JsonMappingException e) {
            // Not the item that was one too many is refused, but the whole.
            if (e.getCause() == tooMany) {
                throw tooMany;
            }
            throw e;
        }
    }

    /** Everything that reads on comes through here. */
    @Override
    public @Nullable JsonToken nextToken() throws IOException {
        JsonToken token = delegate.nextToken();
        if (token == null) {
            return null;
        }
        if (token.isStructEnd()) {
            depth--;
        } else if (depth == 0 && members == (token == JsonToken.FIELD_NAME) && ++count > most) {
            throw tooMany;
        }
        if (token.isStructStart()) {
            depth++;
        }
        return token;
    }

    @Override
    public @Nullable JsonToken nextValue() throws IOException {
        JsonToken token = nextToken();
        return token == JsonToken.FIELD_NAME ? nextToken() : token;
    }

    @Override
    public JsonParser skipChildren() throws IOException {
        boolean inside = delegate.currentToken() != null && delegate.currentToken().isStructStart();
        delegate.skipChildren();
        if (inside) {
            depth--;
        }
        return this;
    }
}
