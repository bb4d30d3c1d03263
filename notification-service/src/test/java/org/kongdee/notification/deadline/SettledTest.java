package org.kongdee.notification.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kongdee.notification.wording.Phrase;
import org.kongdee.web.text.Language;

class SettledTest {

    private static Settled settled(String answer) {
        Word word = new Word(true, new Who("recipient:head", "A"), Instant.EPOCH, answer);
        return java.util.Objects.requireNonNull(word.settled());
    }

    @ParameterizedTest
    @EnumSource
    void showsNoAnswerThatNobodyGave(Language language) {
        assertThat(settled(Phrase.DONE_BY_LINK.in(language)).answer()).isNull();
        assertThat(settled("on paper").answer()).isEqualTo("on paper");
    }
}
