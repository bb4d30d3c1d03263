package org.kongdee.web.bulk;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.kongdee.web.problem.Fault;

/** One line of a bulk request: what it says, or why it cannot be read. */
public sealed interface Line<T> {

    /** Of the body, counted from 1, empty ones too; of a JSON array its element. */
    int number();

    record Readable<T>(int number, T value) implements Line<T> {}

    record Unreadable<T>(int number, Fault fault) implements Line<T> {}

    /** What is done with a line that can be read. */
    interface Handling<T> {

        /**
         * @throws Fault if it is refused
         */
        Outcome handle(int number, T value);
    }

    /** What the readable lines say, in their order. */
    static <T> List<T> values(Collection<Line<T>> lines) {
        return lines.stream()
                .<T>mapMulti(
                        (line, sink) -> {
                            if (line instanceof Readable<T>(_, T value)) {
                                sink.accept(value);
                            }
                        })
                .toList();
    }

    /** Each line answers for itself, in their order; a fault refuses one and no other. */
    static <T> List<Outcome> each(Collection<Line<T>> lines, Handling<? super T> handling) {
        return lines.stream().map(line -> line.outcome(handling)).toList();
    }

    private Outcome outcome(Handling<? super T> handling) {
        return switch (this) {
            case Unreadable<T>(int number, Fault fault) -> Outcome.rejected(number, fault);
            case Readable<T>(int number, T value) -> {
                try {
                    yield handling.handle(number, value);
                } catch (Fault fault) {
                    yield Outcome.rejected(number, fault);
                }
            }
        };
    }

    /** The same line as something else, which may refuse it. */
    default <V> Line<V> map(Function<? super T, ? extends V> made) {
        return switch (this) {
            case Unreadable<T>(int number, Fault fault) -> new Unreadable<>(number, fault);
            case Readable<T>(int number, T value) -> {
                try {
                    yield new Readable<>(number, made.apply(value));
                } catch (Fault fault) {
                    yield new Unreadable<>(number, fault);
                }
            }
        };
    }
}
