package org.kongdee.notification.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SettledTest {

    private static Settled settled(String answer) {
        Word word = new Word(true, new Who("recipient:head", "A"), Instant.EPOCH, answer);
        return java.util.Objects.requireNonNull(word.settled());
    }

    @Test
    void showsNoAnswerThatNobodyGave() {
        assertThat(settled(Settled.BY_LINK).answer()).isNull();
        assertThat(settled("on paper").answer()).isEqualTo("on paper");
    }
}
