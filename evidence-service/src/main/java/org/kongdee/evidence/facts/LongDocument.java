package org.kongdee.evidence.facts;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.kongdee.web.answer.LongAnswers;
import org.kongdee.web.paging.Ndjson;

/**
 * Answers with a JSON document that ends in one long list, written as it is read: the facts of
 * 8,000 units, or 20,000 items, never stand in memory together.
 */
@Singleton
class LongDocument {

    private final LongAnswers answers;
    private final ObjectMapper mapper;

    LongDocument(LongAnswers answers, ObjectMapper mapper) {
        this.answers = answers;
        this.mapper = mapper;
    }

    /** Writes what stands before the list. */
    @FunctionalInterface
    interface Head {
        void writeTo(JsonGenerator generator) throws IOException;
    }

    Response of(Head head, String list, Ndjson.Source items) {
        return Response.ok(
                        answers.of(
                                out -> {
                                    try (JsonGenerator generator = mapper.createGenerator(out)) {
                                        generator.disable(
                                                JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
                                        generator.writeStartObject();
                                        head.writeTo(generator);
                                        generator.writeArrayFieldStart(list);
                                        items.writeTo(generator::writePOJO);
                                        generator.writeEndArray();
                                        generator.writeEndObject();
                                    }
                                }))
                .type(MediaType.APPLICATION_JSON)
                .build();
    }
}
