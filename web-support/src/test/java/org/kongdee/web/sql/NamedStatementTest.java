package org.kongdee.web.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamedStatementTest {

    @Test
    void putsAQuestionMarkForEachNameAndKnowsWhereTheyStand() {
        NamedStatement statement =
                NamedStatement.parse(
                        "select :unit, :bodyHash where unit = :unit and x = any(:all)");

        assertThat(statement.text()).isEqualTo("select ?, ? where unit = ? and x = any(?)");
        assertThat(statement.placesOf("unit")).containsExactly(1, 3);
        assertThat(statement.placesOf("bodyHash")).containsExactly(2);
        assertThat(statement.placesOf("all")).containsExactly(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select now()::date",
                "select 'it''s :none', \"a:b\"",
                "select 1 -- not :this\n",
                "select /* nor :that */ 1",
                "select a[2:3], $1 from x where j @> '{\"a\": 1}'"
            })
    void leavesWhatIsNoParameterAsItIs(String sql) {
        assertThat(NamedStatement.parse(sql).text()).isEqualTo(sql);
        assertThat(NamedStatement.parse(sql).places()).isEmpty();
    }

    @Test
    void namesAParameterThatIsNotThere() {
        NamedStatement statement = NamedStatement.parse("select :unit");

        assertThatThrownBy(() -> statement.placesOf("units"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(":units");
    }
}
