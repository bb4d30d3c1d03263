package org.kongdee.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.kongdee.test.MessageCheck;

class MessagesTest {

    @Test
    void everythingIsSaidInThaiToo() {
        assertThat(MessageCheck.faults(Path.of("../web-support"))).isEmpty();
    }
}
