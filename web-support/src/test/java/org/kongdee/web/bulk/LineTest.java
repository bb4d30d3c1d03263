package org.kongdee.web.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kongdee.web.problem.Malformed;
import org.kongdee.web.problem.RuleBroken;
import org.kongdee.web.text.Message;

class LineTest {

    private static final Malformed NO_JSON = Malformed.body(Message.verbatim("no JSON"));

    private static final List<Line<String>> LINES =
            List.of(
                    new Line.Readable<>(1, "good"),
                    new Line.Unreadable<>(2, NO_JSON),
                    new Line.Readable<>(3, "bad"));

    private static Outcome handle(int number, String value) {
        if (value.equals("bad")) {
            throw RuleBroken.at("bad", "/value", Message.verbatim("It is bad."));
        }
        return Outcome.accepted(number, 201);
    }

    @Test
    void eachLineAnswersForItselfInItsPlace() {
        List<Outcome> outcomes = Line.each(LINES, LineTest::handle);

        assertThat(outcomes).extracting(Outcome::line).containsExactly(1, 2, 3);
        assertThat(outcomes).extracting(Outcome::status).containsExactly(201, 400, 422);
        assertThat(outcomes).extracting(Outcome::accepted).containsExactly(true, false, false);
    }

    @Test
    void valuesAreThoseThatCouldBeRead() {
        assertThat(Line.values(LINES)).containsExactly("good", "bad");
    }

    @Test
    void aLineKeepsItsFaultWhateverIsMadeOfOthers() {
        Line<Integer> length = LINES.get(1).map(String::length);

        assertThat(length).isEqualTo(new Line.Unreadable<Integer>(2, NO_JSON));
    }

    @Test
    void aLineOfWhichNothingCanBeMadeIsRefusedLater() {
        Line<String> refused =
                LINES.get(0)
                        .map(
                                value -> {
                                    throw RuleBroken.at(
                                            "bad", "/value", Message.verbatim("It is bad."));
                                });

        assertThat(Line.each(List.of(refused), LineTest::handle))
                .extracting(Outcome::status)
                .containsExactly(422);
    }
}
