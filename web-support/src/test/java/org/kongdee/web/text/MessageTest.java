package org.kongdee.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kongdee.test.MessageCheck;

class MessageTest {

    @Test
    void isSaidInBothLanguages() {
        Message message = Message.of("There is no %s '%s'.", "unit", "SLK");

        assertThat(message.in(Language.EN)).isEqualTo("There is no unit 'SLK'.");
        assertThat(message).hasToString("There is no unit 'SLK'.");
    }

    @Test
    void saysWhatStandsInItInTheLanguageOfTheWhole() {
        Message inner = Message.of("must not be blank");
        Message outer =
                Message.of(
                        "%s: %s, %s", new LocalizedText("Plan", "แผน"), inner, List.of("A", "B"));

        assertThat(outer.in(Language.EN)).isEqualTo("Plan: must not be blank, A, B");
        assertThat(outer.in(Language.TH)).isEqualTo("แผน: ต้องไม่ว่าง, A, B");
    }

    @Test
    void whatSomebodyElseSaidIsTheSameInBoth() {
        assertThat(Message.verbatim("100 % of %s").in(Language.TH)).isEqualTo("100 % of %s");
        assertThat(new Message("100 %", List.of()).in(Language.EN)).isEqualTo("100 %");
        assertThat(Message.of("%d %% of all", 5).in(Language.EN)).isEqualTo("5 % of all");
    }

    @Test
    void endsWithWhatIsAddedIfThereIsAny() {
        Message message = Message.of("must not be blank");

        assertThat(message.then(Message.NONE)).isEqualTo(message);
        assertThat(message.then(Message.verbatim("!"))).hasToString("must not be blank!");
    }

    @Test
    void everythingCanBeSaidInThai() {
        assertThat(MessageCheck.faults(null)).isEmpty();
    }
}
