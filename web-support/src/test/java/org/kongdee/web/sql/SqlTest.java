package org.kongdee.web.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kongdee.stack.postgres.Database;
import org.kongdee.test.TestPostgres;
import org.postgresql.ds.PGSimpleDataSource;

/** Each type goes to PostgreSQL and back as it was. */
class SqlTest {

    private static final Sql SQL = new Sql(dataSource(), new Json(new ObjectMapper()));
    private static final UUID ID = UUID.fromString("a3c8bb0e-53d1-4d9e-8c36-6f8f0b7e1f55");
    private static final Instant INSTANT = Instant.parse("2022-01-07T01:00:00.123456Z");

    private static PGSimpleDataSource dataSource() {
        Database database = TestPostgres.freshDatabase();
        var source = new PGSimpleDataSource();
        source.setUrl(database.jdbcUrl());
        source.setUser(database.owner().username());
        source.setPassword(database.owner().password());
        return source;
    }

    @Test
    void readsBackWhatItBinds() {
        List<Object> read =
                SQL.one(
                        """
                        select :text as a, :number as b, :decimal as c, cast(:id as uuid) as d, cast(:date as date) as e,
                               cast(:instant as timestamptz) as f, cast(:flag as boolean) as g, cast(:json as jsonb) as h
                        """,
                        p ->
                                p.text("text", "ข้อความ")
                                        .number("number", 7L)
                                        .decimal("decimal", new BigDecimal("0.50"))
                                        .id("id", ID)
                                        .date("date", LocalDate.of(2022, 1, 7))
                                        .instant("instant", INSTANT)
                                        .flag("flag", true)
                                        .json("json", Map.of("ก", 1)),
                        row ->
                                List.of(
                                        row.text("a"),
                                        row.longNumber("b"),
                                        row.decimal("c"),
                                        row.id("d"),
                                        row.date("e"),
                                        row.instant("f"),
                                        row.flag("g"),
                                        row.json("h", Map.class)));

        assertThat(read)
                .containsExactly(
                        "ข้อความ",
                        7L,
                        new BigDecimal("0.50"),
                        ID,
                        LocalDate.of(2022, 1, 7),
                        INSTANT,
                        true,
                        Map.of("ก", 1));
    }

    @Test
    void aNullHasAType() {
        assertThat(
                        SQL.<Boolean>one(
                                "select :text is null and :number is null and cast(:date as date) is null as all_null",
                                p ->
                                        p.text("text", null)
                                                .number("number", (Long) null)
                                                .date("date", null),
                                row -> row.flag("all_null")))
                .isTrue();
    }

    @Test
    void setsGoAsArrays() {
        assertThat(
                        SQL.rows(
                                "select name, number from unnest(:names, :numbers) as s (name, number) order by number",
                                p ->
                                        p.texts("names", List.of("b", "a"))
                                                .integers("numbers", List.of(2, 1), n -> n),
                                row -> row.text("name") + row.number("number")))
                .containsExactly("a1", "b2");
    }

    @Test
    void aLeaseIsAHolderAndSeconds() {
        var lease = new Lease(ID, Duration.ofMinutes(2));

        assertThat(
                        SQL.<String>one(
                                "select cast(:holder as uuid) || ' ' || extract(epoch from :lease * interval '1 second')::int as l",
                                p -> p.lease(lease),
                                row -> row.text("l")))
                .isEqualTo(ID + " 120");
    }

    @Test
    void aNullWhereNoneIsExpectedNamesItsColumn() {
        assertThatThrownBy(
                        () ->
                                SQL.one(
                                        "select cast(null as text) as title",
                                        _ -> {},
                                        row -> row.text("title")))
                .hasMessage("title is null");
    }

    @Test
    void oneRowIsNotOneOfMany() {
        assertThatThrownBy(
                        () ->
                                SQL.row(
                                        "select n from generate_series(1, 2) as n",
                                        _ -> {},
                                        row -> row.number("n")))
                .hasMessageContaining("2 rows");
    }

    @Test
    void aFailureShowsTheStatementAndKeepsItsCause() {
        assertThatThrownBy(() -> SQL.update("update nothing set a = 1"))
                .isInstanceOf(SqlFailed.class)
                .hasMessageContaining("update nothing set a = 1")
                .hasRootCauseInstanceOf(SQLException.class);
    }

    @Test
    void handsRowsOnInTheirOrder() {
        var seen = new ArrayList<Integer>();

        SQL.each(
                "select n from generate_series(1, 1500) as n",
                _ -> {},
                row -> row.number("n"),
                seen::add);

        assertThat(seen).hasSize(1500).startsWith(1, 2, 3).endsWith(1500);
    }
}
