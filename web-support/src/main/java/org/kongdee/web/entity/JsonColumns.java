package org.kongdee.web.entity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.JsonFormat;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import org.hibernate.type.format.AbstractJsonFormatMapper;

/** JSON columns of entities, written and read as HTTP bodies are. */
@JsonFormat
@PersistenceUnitExtension
@Singleton
class JsonColumns extends AbstractJsonFormatMapper {

    private final ObjectMapper mapper;

    JsonColumns(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public <T> T fromString(CharSequence text, Type type) {
        try {
            return mapper.readValue(text.toString(), mapper.constructType(type));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a stored value is no " + type.getTypeName(), e);
        }
    }

    @Override
    public <T> String toString(T value, Type type) {
        try {
            return mapper.writerFor(mapper.constructType(type)).writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("cannot write " + type.getTypeName(), e);
        }
    }
}
