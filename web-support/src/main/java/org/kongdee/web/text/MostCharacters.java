package org.kongdee.web.text;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** How long a {@link LocalizedText} may be in each language, in characters as contracts count. */
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = MostCharacters.Check.class)
public @interface MostCharacters {

    /** Of a title: as many as in a rubric. */
    int TITLE = 1_000;

    int value();

    String message() default "has at most {value} characters in each language";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Counts them. */
    final class Check implements ConstraintValidator<MostCharacters, LocalizedText> {

        private int most;

        @Override
        public void initialize(MostCharacters constraint) {
            most = constraint.value();
        }

        @Override
        public boolean isValid(@Nullable LocalizedText text, ConstraintValidatorContext context) {
            return text == null || fits(text.en()) && fits(text.th());
        }

        private boolean fits(String text) {
            return text.codePointCount(0, text.length()) <= most;
        }
    }
}
