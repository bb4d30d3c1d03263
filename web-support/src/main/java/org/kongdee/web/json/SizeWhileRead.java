package org.kongdee.web.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.type.ArrayType;
import com.fasterxml.jackson.databind.type.CollectionType;
import com.fasterxml.jackson.databind.type.MapType;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.problem.Violations;

/**
 * Holds {@code @Size(max = …)} of lists, sets and maps while they are read: validation comes after
 * all of the body is bound, and memory may be gone by then. The answer is the one that validation
 * would give. What is not a member of a record, such as a body that is a list, is validated only.
 */
final class SizeWhileRead extends BeanDeserializerModifier {

    private static final long serialVersionUID = 1;

    @Override
    public JsonDeserializer<?> modifyCollectionDeserializer(
            DeserializationConfig config,
            CollectionType type,
            BeanDescription description,
            JsonDeserializer<?> reader) {
        return new Sized(reader, type);
    }

    @Override
    public JsonDeserializer<?> modifyMapDeserializer(
            DeserializationConfig config,
            MapType type,
            BeanDescription description,
            JsonDeserializer<?> reader) {
        return new Sized(reader, type);
    }

    @Override
    public JsonDeserializer<?> modifyArrayDeserializer(
            DeserializationConfig config,
            ArrayType type,
            BeanDescription description,
            JsonDeserializer<?> reader) {
        return new Sized(reader, type);
    }

    /** Reads something of a type that may have many items. */
    private static final class Sized extends DelegatingDeserializer {

        private static final long serialVersionUID = 1;

        private final JavaType type;
        private final @Nullable Size size;

        Sized(JsonDeserializer<?> reader, JavaType type) {
            this(reader, type, null);
        }

        private Sized(JsonDeserializer<?> reader, JavaType type, @Nullable Size size) {
            super(reader);
            this.type = type;
            this.size = size;
        }

        @Override
        protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> reader) {
            return new Sized(reader, type, size);
        }

        /** Only where there is a limit does it stay. */
        @SuppressWarnings("NullAway") // Jackson takes null for what is no member, and gives it.
        @Override
        public JsonDeserializer<?> createContextual(
                DeserializationContext context, @Nullable BeanProperty property)
                throws JsonMappingException {
            JsonDeserializer<?> reader =
                    context.handleSecondaryContextualization(_delegatee, property, type);
            Size limit = property == null ? null : property.getAnnotation(Size.class);
            return limit == null || limit.max() == Integer.MAX_VALUE || !isOf(property)
                    ? reader
                    : new Sized(reader, type, limit);
        }

        /** A list of lists has the limit, and its items don't. */
        private boolean isOf(BeanProperty property) {
            return type.getContentType().equals(property.getType().getContentType());
        }

        @Override
        public @Nullable Object deserialize(JsonParser parser, DeserializationContext context)
                throws IOException {
            return size == null
                    ? super.deserialize(parser, context)
                    : CountedParser.read(
                            parser,
                            size.max(),
                            Violations.tooMany(size),
                            counted -> super.deserialize(counted, context));
        }
    }
}
