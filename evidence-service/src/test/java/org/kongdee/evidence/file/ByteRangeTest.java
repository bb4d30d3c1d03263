package org.kongdee.evidence.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kongdee.evidence.file.ByteRange.Part;
import org.kongdee.evidence.file.ByteRange.Unsatisfiable;
import org.kongdee.evidence.file.ByteRange.Whole;

class ByteRangeTest {

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0,0,1",
        "bytes=0-,0,100",
        "bytes=10-19,10,10",
        "bytes=90-1000,90,10",
        "bytes=-5,95,5",
        "bytes=-500,0,100"
    })
    void findsThePart(String header, long offset, long length) {
        assertThat(ByteRange.of(header, 100)).isEqualTo(new Part(offset, length));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=100-200", "bytes=-0"})
    void refusesWhatTheFileHasNot(String header) {
        assertThat(ByteRange.of(header, 100)).isEqualTo(new Unsatisfiable());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes=0-1,5-6",
                "bytes=-",
                "bytes=9-3",
                "items=0-1",
                "bytes=a-b",
                "bytes=99999999999999999999-"
            })
    void passesOverWhatItDoesNotServe(String header) {
        assertThat(ByteRange.of(header, 100)).isEqualTo(new Whole());
    }

    @Test
    void servesAllWithoutAHeader() {
        assertThat(ByteRange.of(null, 100)).isEqualTo(new Whole());
    }
}
