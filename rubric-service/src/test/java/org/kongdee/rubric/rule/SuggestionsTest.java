package org.kongdee.rubric.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.AbstractList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kongdee.web.text.Message;

class SuggestionsTest {

    @ParameterizedTest
    @CsvSource({
        "paln,  plan",
        "plans, plan",
        "pla,   plan",
        "plqn,  plan",
        "minute, minutes",
        "wholly-different,",
        "b, a",
    })
    void suggestsWhatTakesTheFewestLetters(String name, String near) {
        assertThat(
                        new Suggestions()
                                .of(name, List.of("minutes", "plan", "plum", "c", "a"))
                                .toString())
                .isEqualTo(near == null ? "" : "; did you mean \"" + near + "\"?");
    }

    @Test
    void comparesAsManyNamesAsAreLookedForInOneAnswerAndNoMore() {
        var suggestions = new Suggestions();
        var known = new Counted(50_000);

        for (int i = 0; i < 10_000; i++) {
            assertThat(suggestions.of("unknown-" + i, known)).isNotNull();
        }

        assertThat(known.read).isLessThanOrEqualTo(20 * 1_001);
    }

    @Test
    void suggestsForTheFirstNamesOnly() {
        var suggestions = new Suggestions();

        assertThat(IntStream.range(0, 30).mapToObj(_ -> suggestions.of("paln", List.of("plan"))))
                .filteredOn(suggested -> !suggested.equals(Message.NONE))
                .hasSize(20);
    }

    @Test
    void comparesNoLongNames() {
        var known = new Counted(10);

        assertThat(new Suggestions().of("x".repeat(65), known)).isEqualTo(Message.NONE);
        assertThat(new Suggestions().of("plan", List.of("plan".repeat(20))))
                .isEqualTo(Message.NONE);
        assertThat(known.read).isZero();
    }

    /** Names, and how many of them were looked at. */
    private static final class Counted extends AbstractList<String> {

        private final int size;
        private int read;

        Counted(int size) {
            this.size = size;
        }

        @Override
        public String get(int index) {
            read++;
            return "known-" + index;
        }

        @Override
        public int size() {
            return size;
        }
    }
}
