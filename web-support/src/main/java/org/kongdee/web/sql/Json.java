package org.kongdee.web.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.lang.reflect.Type;
import java.util.List;
import org.kongdee.web.json.StrictJson;

/** JSON columns, of entities too, written and read as HTTP bodies are. */
@Singleton
public class Json {

    private final ObjectMapper mapper;

    Json(ObjectMapper mapper) {
        this.mapper = StrictJson.trusting(mapper);
    }

    public String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + value.getClass().getName(), e);
        }
    }

    /** The same as {@code type} has it, which may say more than the value's own class. */
    public String write(Object value, Type type) {
        try {
            return mapper.writerFor(mapper.constructType(type)).writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + type.getTypeName(), e);
        }
    }

    /** The same in UTF-8. */
    public byte[] bytes(Object value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + value.getClass().getName(), e);
        }
    }

    public <T> T read(String text, Class<T> type) {
        return read(text, (Type) type);
    }

    public <T> T read(String text, Type type) {
        try {
            return mapper.readValue(text, mapper.constructType(type));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored value is no " + type.getTypeName(), e);
        }
    }

    public <T> List<T> list(String text, Class<T> element) {
        try {
            return mapper.readerForListOf(element).readValue(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored value is no list of " + element.getName(), e);
        }
    }
}
