package org.kongdee.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kongdee.test.TableCheck;

class TablesTest {

    @Test
    void eachTableIsWrittenByItsOwnerAndReadFromAboveOnly() throws IOException {
        assertThat(
                        TableCheck.faults(
                                Path.of("src/main/java/org/kongdee/evidence"),
                                Path.of("src/main/resources/db/migration"),
                                Map.of(
                                        "change", List.of("change"),
                                        "collection", List.of("collection", "slot", "unit"),
                                        "content", List.of("content", "content_hold"),
                                        "item",
                                                List.of(
                                                        "item",
                                                        "file",
                                                        "item_history",
                                                        "link_allowance")),
                                Set.of()))
                .isEmpty();
    }
}
