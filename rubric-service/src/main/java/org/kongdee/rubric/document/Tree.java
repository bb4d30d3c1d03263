package org.kongdee.rubric.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** The value, if it is a text. */
    default @Nullable String string() {
        return this instanceof Scalar scalar && scalar.type == Scalar.Type.STRING
                ? scalar.text
                : null;
    }

    /** Where a pointer leads: the name of a field that is unknown, else the value. */
    default Place placeOf(String pointer) {
        Tree at = this;
        Place found = place();
        for (String step :
                pointer.isEmpty()
                        ? List.<String>of()
                        : List.of(pointer.substring(1).split("/", -1))) {
            if (at instanceof Mapping mapping) {
                Field field = mapping.fields.get(step.replace("~1", "/").replace("~0", "~"));
                if (field == null) {
                    return found;
                }
                at = field.value;
                found = field.place;
            } else if (at instanceof Sequence sequence) {
                at = sequence.items.get(Integer.parseInt(step));
                found = at.place();
            } else {
                return found;
            }
        }
        return found;
    }

    /** The same without the fields that are null. */
    default Tree withoutNulls() {
        return switch (this) {
            case Mapping mapping -> {
                Map<String, Field> fields = new LinkedHashMap<>();
                mapping.fields.forEach(
                        (name, field) -> {
                            if (!(field.value instanceof Scalar scalar)
                                    || scalar.type != Scalar.Type.NULL) {
                                fields.put(
                                        name, new Field(field.place, field.value.withoutNulls()));
                            }
                        });
                yield new Mapping(mapping.place, fields);
            }
            case Sequence sequence ->
                    new Sequence(
                            sequence.place,
                            sequence.items.stream().map(Tree::withoutNulls).toList());
            case Scalar scalar -> scalar;
        };
    }

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

        Tree required(String name) {
            return Objects.requireNonNull(get(name), name);
        }

        /** The text of a field, if it is one. */
        @Nullable String text(String name) {
            Tree value = get(name);
            return value == null ? null : value.string();
        }

        /** The items of a field, if it is a list. */
        List<Tree> items(String name) {
            return get(name) instanceof Sequence sequence ? sequence.items : List.of();
        }

        /** Whether a field is there, and true. */
        boolean isTrue(String name) {
            return get(name) instanceof Scalar scalar && scalar.isTrue();
        }

        /** Those items of a field that are texts, if it is a list. */
        List<String> texts(String name) {
            return items(name).stream().map(Tree::string).filter(Objects::nonNull).toList();
        }
    }

    record Sequence(Place place, List<Tree> items) implements Tree {

        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** A value without parts. {@code end} is the index after its last character. */
    record Scalar(Place place, int end, Type type, String text) implements Tree {

        boolean isTrue() {
            return type == Type.BOOLEAN && text.equalsIgnoreCase("true");
        }

        enum Type {
            STRING,
            NUMBER,
            BOOLEAN,
            NULL
        }
    }
}
