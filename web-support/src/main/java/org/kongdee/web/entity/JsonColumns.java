package org.kongdee.web.entity;

import io.quarkus.hibernate.orm.JsonFormat;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.inject.Singleton;
import java.lang.reflect.Type;
import org.hibernate.type.format.AbstractJsonFormatMapper;
import org.kongdee.web.sql.Json;

/** Lets Hibernate read and write JSON columns as {@link Json} does. */
@JsonFormat
@PersistenceUnitExtension
@Singleton
class JsonColumns extends AbstractJsonFormatMapper {

    private final Json json;

    JsonColumns(Json json) {
        this.json = json;
    }

    @Override
    public <T> T fromString(CharSequence text, Type type) {
        return json.read(text.toString(), type);
    }

    @Override
    public <T> String toString(T value, Type type) {
        return json.write(value, type);
    }
}
