package org.kongdee.rubric.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A document as it was written: values with their places, before anything is known of their
 * meaning.
 */
sealed interface Tree {

    /** Where a value begins; line and column from 1, {@code index} in code points from 0. */
    record Place(int line, int column, int index) {

        static final Place START = new Place(1, 1, 0);
    }

    Place place();

    /** A field: where its name stands, and its value. */
    record Field(Place place, Tree value) {}

    record Mapping(Place place, Map<String, Field> fields) implements Tree {

        public Mapping {
            fields = new LinkedHashMap<>(fields);
        }

        @Nullable Tree get(String name) {
            Field field = fields.get(name);
            return field == null ? null : field.value;
        }

        /** The text of a field, if it is one. */
        @Nullable String text(String name) {
            return get(name) instanceof Scalar scalar && scalar.type == Scalar.Type.STRING
                    ? scalar.text
                    : null;
        }

        /** The items of a field, if it is a list. */
        List<Tree> items(String name) {
            return get(name) instanceof Sequence sequence ? sequence.items : List.of();
        }
    }

    record Sequence(Place place, List<Tree> items) implements Tree {

        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** A value without parts. {@code end} is the index after its last character. */
    record Scalar(Place place, int end, Type type, String text) implements Tree {

        enum Type {
            STRING,
            NUMBER,
            BOOLEAN,
            NULL
        }
    }
}
