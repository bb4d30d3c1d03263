package org.kongdee.web.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlacesTest {

    private final List<String> told = new ArrayList<>();
    private final Places places = new Places(2);

    @Test
    void givesAPlaceToWhoeverHasWaitedLongest() {
        assertThat(places.take(() -> told.add("a"))).isTrue();
        assertThat(places.take(() -> told.add("b"))).isTrue();
        assertThat(places.take(() -> told.add("c"))).isFalse();
        assertThat(places.take(() -> told.add("d"))).isFalse();
        assertThat(told).isEmpty();
        places.leave();
        assertThat(told).containsExactly("c");
        places.leave();
        places.leave();
        assertThat(told).containsExactly("c", "d");
        assertThat(places.take(() -> told.add("e"))).isTrue();
    }

    @Test
    void forgetsWhoeverGaveUp() {
        Runnable third = () -> told.add("c");
        assertThat(places.take(() -> told.add("a"))).isTrue();
        assertThat(places.take(() -> told.add("b"))).isTrue();
        assertThat(places.take(third)).isFalse();
        assertThat(places.giveUp(third)).isTrue();
        assertThat(places.giveUp(third)).isFalse();
        places.leave();
        assertThat(told).isEmpty();
        assertThat(places.take(() -> told.add("d"))).isTrue();
    }
}
