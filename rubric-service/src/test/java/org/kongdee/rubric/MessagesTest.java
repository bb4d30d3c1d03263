package org.kongdee.rubric;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.kongdee.test.MessageCheck;

/** What this service tells people, it tells in both languages. */
class MessagesTest {

    @Test
    void allThatIsSaidIsThereInThai() {
        assertThat(MessageCheck.faults(Path.of("../web-support"))).isEmpty();
    }
}
