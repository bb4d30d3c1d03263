package org.kongdee.web.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdKeyDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.kongdee.web.problem.Malformed;
import org.kongdee.web.text.Message;
import org.kongdee.web.text.NotPossible;

/**
 * Makes the services read JSON strictly: unknown and doubled fields, wrong types, trailing text,
 * numbers of more than 12 digits or 6 decimals or with an exponent, dates that look like Buddhist
 * era, time zones that the tz database has not, and text that is none ({@link
 * org.kongdee.web.text.Text}) are all refused by name. So are longer lists than are taken, while
 * they are read.
 */
@Singleton
public class StrictJson implements ObjectMapperCustomizer {

    private static final int MAX_DEPTH = 64;
    private static final int MAX_TEXT = 1_000_000;
    private static final int MAX_NUMBER = 64;

    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
                DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        mapper.setAnnotationIntrospector(
                AnnotationIntrospector.pair(
                        mapper.getDeserializationConfig().getAnnotationIntrospector(),
                        new RequiredUnlessNullable()));
        mapper.setDefaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL));
        mapper.disable(
                SerializationFeature.WRITE_DATES_AS_TIMESTAMPS,
                SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS);
        mapper.getFactory().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        mapper.getFactory().enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
        mapper.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder()
                                .maxNestingDepth(MAX_DEPTH)
                                .maxStringLength(MAX_TEXT)
                                .maxNumberLength(MAX_NUMBER)
                                .build());
        for (LogicalType type :
                List.of(LogicalType.Integer, LogicalType.Float, LogicalType.Boolean)) {
            mapper.coercionConfigFor(type)
                    .setCoercion(CoercionInputShape.String, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
        }
        mapper.coercionConfigFor(LogicalType.Boolean)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
        mapper.registerModule(
                new SimpleModule("kongdee-strict")
                        .addDeserializer(String.class, TextReader.LINE)
                        .addKeyDeserializer(String.class, new TextReader.Key())
                        .addDeserializer(BigDecimal.class, new DecimalReader())
                        .addDeserializer(LocalDate.class, new DateReader())
                        .addDeserializer(Instant.class, new InstantReader())
                        .addDeserializer(ZoneId.class, new ZoneReader())
                        .setDeserializerModifier(new SizeWhileRead()));
    }

    /**
     * The same for what was checked where it came in: our own stored values, and what a neighbour
     * tells. To refuse it now would only lose it.
     */
    public static ObjectMapper trusting(ObjectMapper mapper) {
        return mapper.copy()
                .registerModule(
                        new SimpleModule("kongdee-trusting")
                                .addDeserializer(String.class, StringDeserializer.instance)
                                .addKeyDeserializer(
                                        String.class, StdKeyDeserializer.forType(String.class)));
    }

    private static final class DecimalReader extends StdScalarDeserializer<BigDecimal> {
        DecimalReader() {
            super(BigDecimal.class);
        }

        @Override
        public BigDecimal deserialize(JsonParser parser, DeserializationContext context)
                throws IOException {
            if (!parser.currentToken().isNumeric()) {
                return (BigDecimal) context.handleUnexpectedToken(BigDecimal.class, parser);
            }
            return Decimals.parse(parser.getText());
        }
    }

    private static final class DateReader extends StdScalarDeserializer<LocalDate> {
        DateReader() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser parser, DeserializationContext context)
                throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (LocalDate) context.handleUnexpectedToken(LocalDate.class, parser);
            }
            try {
                return Dates.parse(parser.getText());
            } catch (NotPossible e) {
                throw Malformed.body(Message.of("'%s': %s.", shown(parser.getText()), e.told()));
            }
        }
    }

    private static final class InstantReader extends StdScalarDeserializer<Instant> {
        InstantReader() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context)
                throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (Instant) context.handleUnexpectedToken(Instant.class, parser);
            }
            String text = parser.getText();
            try {
                Instant instant = OffsetDateTime.parse(text).toInstant();
                Dates.refuseBuddhistEra(instant.atOffset(ZoneOffset.UTC).getYear());
                return instant;
            } catch (DateTimeParseException e) {
                throw Malformed.body(
                        Message.of(
                                "'%s' is no time such as 2022-01-15T08:00:00+07:00.", shown(text)));
            } catch (NotPossible e) {
                throw Malformed.body(Message.of("'%s': %s.", shown(text), e.told()));
            }
        }
    }

    /** By its name alone: an offset has no summer time, and is no name of the tz database. */
    private static final class ZoneReader extends StdScalarDeserializer<ZoneId> {
        ZoneReader() {
            super(ZoneId.class);
        }

        @Override
        public ZoneId deserialize(JsonParser parser, DeserializationContext context)
                throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (ZoneId) context.handleUnexpectedToken(ZoneId.class, parser);
            }
            String text = parser.getText();
            if (!ZoneId.getAvailableZoneIds().contains(text)) {
                throw Malformed.body(
                        Message.of("'%s' is no time zone such as Asia/Bangkok.", shown(text)));
            }
            return ZoneId.of(text);
        }
    }

    private static String shown(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
