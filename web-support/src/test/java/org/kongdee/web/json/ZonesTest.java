package org.kongdee.web.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZonesTest {

    private final ObjectMapper mapper = mapper();

    private static ObjectMapper mapper() {
        var mapper = new ObjectMapper();
        new StrictJson().customize(mapper);
        return mapper;
    }

    @ParameterizedTest
    @ValueSource(strings = {"Asia/Bangkok", "UTC", "Etc/GMT-7"})
    void takesNamesOfTheDatabase(String name) throws JsonProcessingException {
        assertThat(mapper.readValue("\"" + name + "\"", ZoneId.class)).isEqualTo(ZoneId.of(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+07:00", "UTC+7", "Z", "asia/bangkok", "Asia/Nowhere", ""})
    void refusesWhatTheDatabaseHasNot(String name) {
        assertThatThrownBy(() -> mapper.readValue("\"" + name + "\"", ZoneId.class))
                .hasMessageContaining("is no time zone such as Asia/Bangkok");
    }

    @Test
    void isText() {
        assertThatThrownBy(() -> mapper.readValue("7", ZoneId.class))
                .isInstanceOf(JsonProcessingException.class);
    }
}
