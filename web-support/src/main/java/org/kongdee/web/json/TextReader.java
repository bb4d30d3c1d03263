package org.kongdee.web.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.problem.Malformed;
import org.kongdee.web.text.Message;
import org.kongdee.web.text.Multiline;
import org.kongdee.web.text.Text;

/** Reads the texts of requests, as lines unless their member is {@link Multiline}. */
public final class TextReader extends StdScalarDeserializer<String>
        implements ContextualDeserializer {

    private static final long serialVersionUID = 1;

    static final TextReader LINE = new TextReader(Text.LINE);

    /** For readers of values that have a text of several lines in them. */
    public static final TextReader LINES = new TextReader(Text.LINES);

    private final Text text;

    private TextReader(Text text) {
        super(String.class);
        this.text = text;
    }

    @Override
    public JsonDeserializer<String> createContextual(
            DeserializationContext context, @Nullable BeanProperty property) {
        return property != null && property.getAnnotation(Multiline.class) != null ? LINES : LINE;
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context)
            throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (String) context.handleUnexpectedToken(String.class, parser);
        }
        String read = parser.getText();
        text.check(read, fault -> Malformed.body(Message.of("The text %s.", fault)));
        return text.kept(read);
    }

    /** Reads the names in maps. */
    static final class Key extends KeyDeserializer {

        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            Text.LINE.check(
                    key, fault -> Malformed.body(Message.of("The name of a member %s.", fault)));
            return key;
        }
    }
}
