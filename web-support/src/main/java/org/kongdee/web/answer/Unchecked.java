package org.kongdee.web.answer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** For producers that cannot throw {@link IOException}, such as result set readers. */
public final class Unchecked {

    private Unchecked() {}

    /** Writes a value somewhere. */
    @FunctionalInterface
    public interface Writer<T> {
        void write(T value) throws IOException;
    }

    /** The same, which throws {@link UncheckedIOException}. */
    public static <T> Consumer<T> consumer(Writer<T> writer) {
        return value -> {
            try {
                writer.write(value);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
