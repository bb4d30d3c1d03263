package org.kongdee.stack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kongdee.stack.text.Columns;

class ReportTest {

    private static final String RESULT =
            """
            {"points":18,"max":120,"percent":15,"nodes":[
              {"code":"1","title":{"en":"Integrity","th":"การป้องกันการทุจริต"},"points":1.5,"max":26,"percent":5.77,"nodes":[
                {"code":"1.1.5","title":{"en":"Spending","th":"การใช้จ่าย"},"points":1.5,"max":2},
                {"code":"1.1.6","title":{"en":"Other","th":"อื่นๆ"},"points":0,"max":2}]},
              {"code":"2","title":{"en":"Planning","th":"แผนงาน"},"points":16.5,"max":94,"percent":17.55,"nodes":[]}]}
            """;
    private static final String EVALUATION =
            """
            {"criteria":[
              {"criterion":"1.1.5","missing":[{"rung":3,"points":0.5,"needs":{"en":"a third channel","th":"ช่องทางที่สาม"}}]},
              {"criterion":"1.1.6","missing":[{"rung":1,"points":2,"needs":{"en":"a plan","th":"แผน"}}]}]}
            """;

    @ParameterizedTest
    @EnumSource(Words.class)
    void alignsEveryLineOfTheTable(Words words) throws Exception {
        List<String> lines =
                print(words, report -> report.table("heading", parse(RESULT)))
                        .lines()
                        .skip(2)
                        .toList();

        assertThat(lines).hasSize(6);
        assertThat(lines.stream().map(Columns::width).distinct()).hasSize(1);
        assertThat(lines.getLast()).contains("18.00").contains("120.00").contains("15.00");
    }

    @Test
    void listsBegunCriteriaBeforeThoseThatBringMore() throws Exception {
        String text = print(Words.EN, report -> report.missing(parse(RESULT), parse(EVALUATION)));

        assertThat(text)
                .containsSubsequence("1.1.5", "+0.50  a third channel", "1.1.6", "+2.00  a plan");
    }

    @Test
    void speaksThai() throws Exception {
        assertThat(print(Words.TH, report -> report.missing(parse(RESULT), parse(EVALUATION))))
                .contains("ช่องทางที่สาม")
                .doesNotContain("channel");
        assertThat(Words.TH.date(LocalDate.of(2021, 12, 20))).isEqualTo("20 ธันวาคม 2564");
    }

    private interface Printing {
        void on(Report report) throws Exception;
    }

    private static String print(Words words, Printing printing) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        printing.on(new Report(words, new PrintStream(bytes, true, StandardCharsets.UTF_8)));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static JsonNode parse(String json) throws Exception {
        return new ObjectMapper().readTree(json);
    }
}
