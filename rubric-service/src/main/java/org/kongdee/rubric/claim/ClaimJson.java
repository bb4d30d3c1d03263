package org.kongdee.rubric.claim;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.scoring.Claim;
import org.kongdee.web.json.CountedParser;
import org.kongdee.web.json.TextReader;
import org.kongdee.web.problem.Malformed;
import org.kongdee.web.text.Message;

/** Claims in JSON: an object with exactly one field, whose name tells the form. */
@Singleton
public class ClaimJson implements ObjectMapperCustomizer {

    private static final Message FORMS =
            Message.of(
                    "A claim has exactly one of rung, parts, tiers, value, met, notApplicable; for example {\"rung\":2}.");

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(
                new SimpleModule("kongdee-claims")
                        .addSerializer(Claim.class, new Writer())
                        .addDeserializer(Claim.class, new Reader()));
    }

    private static final class Writer extends StdSerializer<Claim> {

        private static final long serialVersionUID = 1;

        Writer() {
            super(Claim.class);
        }

        @Override
        public void serialize(Claim claim, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            json.writeStartObject();
            switch (claim) {
                case Claim.Rung(int rung) -> json.writeNumberField("rung", rung);
                case Claim.Parts(Map<String, Integer> rungs) ->
                        json.writeObjectField("parts", rungs);
                case Claim.Tiers(List<Claim.Tiers.Choice> choices) -> writeTiers(choices, json);
                case Claim.Value(BigDecimal value) -> json.writeNumberField("value", value);
                case Claim.Met(boolean met) -> json.writeBooleanField("met", met);
                case Claim.NotApplicable(String reason) ->
                        json.writeStringField("notApplicable", reason);
            }
            json.writeEndObject();
        }

        private static void writeTiers(List<Claim.Tiers.Choice> choices, JsonGenerator json)
                throws IOException {
            json.writeArrayFieldStart("tiers");
            for (Claim.Tiers.Choice choice : choices) {
                json.writeStartObject();
                json.writeStringField("tier", choice.tier());
                if (choice.variant() != null) {
                    json.writeStringField("variant", choice.variant());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }

    private static final class Reader extends StdDeserializer<Claim> {

        private static final long serialVersionUID = 1;

        Reader() {
            super(Claim.class);
        }

        @Override
        public Claim deserialize(JsonParser parser, DeserializationContext context)
                throws IOException {
            if (!parser.isExpectedStartObjectToken()) {
                throw Malformed.at("", FORMS);
            }
            @Nullable String form = parser.nextFieldName();
            if (form == null) {
                throw Malformed.at("", FORMS);
            }
            parser.nextToken();
            Claim claim = read(form, parser, context);
            if (parser.nextToken() != JsonToken.END_OBJECT) {
                throw Malformed.at("/" + parser.currentName(), FORMS);
            }
            return claim;
        }

        private static Claim read(String form, JsonParser parser, DeserializationContext context)
                throws IOException {
            try {
                return switch (form) {
                    case "rung" -> new Claim.Rung(value(parser, context, Integer.class));
                    case "parts" ->
                            new Claim.Parts(
                                    CountedParser.read(
                                            parser,
                                            Claim.Parts.MOST,
                                            Malformed.at(
                                                    "",
                                                    Message.of(
                                                            "A claim names at most %d parts.",
                                                            Claim.Parts.MOST)),
                                            counted -> parts(counted, context)));
                    case "tiers" ->
                            new Claim.Tiers(
                                    CountedParser.read(
                                            parser,
                                            Claim.Tiers.MOST,
                                            Malformed.at(
                                                    "",
                                                    Message.of(
                                                            "A claim names at most %d tiers.",
                                                            Claim.Tiers.MOST)),
                                            counted -> tiers(counted, context)));
                    case "value" -> new Claim.Value(value(parser, context, BigDecimal.class));
                    case "met" -> new Claim.Met(value(parser, context, Boolean.class));
                    case "notApplicable" ->
                            new Claim.NotApplicable(
                                    TextReader.LINES.deserialize(present(parser), context));
                    default ->
                            throw Malformed.at(
                                    "", Message.of("'%s' is not a form of claim. %s", form, FORMS));
                };
            } catch (InputCoercionException e) {
                throw Malformed.at("/" + form, Message.of("The number is too large."));
            } catch (JsonMappingException e) {
                throw JsonMappingException.wrapWithPath(e, Claim.class, form);
            } catch (Malformed e) {
                throw e.errors().stream().noneMatch(error -> "".equals(error.pointer()))
                                || !FIELDS.contains(form)
                        ? e
                        : Malformed.at("/" + form, e.detail());
            }
        }

        private static final List<String> FIELDS =
                List.of("rung", "parts", "tiers", "value", "met", "notApplicable");

        private static Map<String, Integer> parts(JsonParser parser, DeserializationContext context)
                throws IOException {
            return context.readValue(
                    parser,
                    context.getTypeFactory()
                            .constructMapType(Map.class, String.class, Integer.class));
        }

        private static List<Claim.Tiers.Choice> tiers(
                JsonParser parser, DeserializationContext context) throws IOException {
            return List.of(value(parser, context, Claim.Tiers.Choice[].class));
        }

        private static <T> T value(JsonParser parser, DeserializationContext context, Class<T> type)
                throws IOException {
            return context.readValue(present(parser), type);
        }

        private static JsonParser present(JsonParser parser) {
            if (parser.hasToken(JsonToken.VALUE_NULL)) {
                throw Malformed.at("", Message.of("A value is expected here, not null."));
            }
            return parser;
        }
    }
}
