package org.kongdee.notification.recipient;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RecipientLineTest {

    /** Two records, since a line is read as its key and a {@link PutRecipient}. */
    @Test
    void isARecipientWithItsKey() {
        assertThat(members(RecipientLine.class).toList())
                .isEqualTo(
                        Stream.concat(Stream.of("recipient"), members(PutRecipient.class))
                                .toList());
    }

    private static Stream<String> members(Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName);
    }
}
