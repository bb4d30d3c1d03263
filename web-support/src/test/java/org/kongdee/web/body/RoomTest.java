package org.kongdee.web.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoomTest {

    @Test
    void countsABodyEightfold() {
        var room = new Room(8_000);
        assertThat(room.take(600)).isTrue();
        assertThat(room.take(401)).isFalse();
        assertThat(room.take(400)).isTrue();
        assertThat(room.take(1)).isFalse();
        room.give(600);
        assertThat(room.take(600)).isTrue();
        assertThat(room.taken()).isEqualTo(1_000);
    }
}
