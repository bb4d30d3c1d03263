package org.kongdee.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.kongdee.test.MessageCheck;

class MessagesTest {

    @Test
    void everyMessageIsInThai() {
        assertThat(MessageCheck.faults(Path.of("../web-support"))).isEmpty();
    }
}
