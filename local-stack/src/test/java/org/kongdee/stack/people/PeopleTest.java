package org.kongdee.stack.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kongdee.stack.token.Role;

class PeopleTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath();

    @Test
    void knowsEveryRecipientByTheirSubject() throws Exception {
        People people = People.in(ROOT);

        for (var recipient :
                new ObjectMapper().readTree(ROOT.resolve("demo/recipients.json").toFile())) {
            assertThat(people.withSubject(recipient.path("subject").asText()))
                    .hasValueSatisfying(
                            person -> {
                                assertThat(person.role()).isEqualTo(Role.OFFICER);
                                assertThat(person.unit()).isEqualTo("SLK");
                            });
        }
    }

    @Test
    void saysWhatSomebodyDoesInEachOfTheirSections() throws Exception {
        assertThat(People.in(ROOT).withSubject("slk-legal-head").orElseThrow().post())
                .isEqualTo(
                        new Text(
                                "Head, SLK: Legal affairs, discipline and ethics, Supply",
                                "หัวหน้า SLK: ส่วนนิติการ วินัย และเสริมสร้างคุณธรรม, ฝ่ายพัสดุ"));
    }

    @Test
    void refusesTwoOfOneSubject() {
        Person one =
                new Person("a", "A", Language.EN, Role.VIEWER, null, new Text("Viewer", "ผู้อ่าน"));

        assertThatThrownBy(() -> new People(List.of(one, one)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two people have the subject a");
    }
}
