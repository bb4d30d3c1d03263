package org.kongdee.notification;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.kongdee.test.StackResource;

/** A database, an inbox and a neighbour that answers as recorded, shared by all tests of a run. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@QuarkusTestResource(
        value = StackResource.class,
        initArgs = @ResourceArg(name = "inbox", value = "true"))
@QuarkusTestResource(RubricFake.class)
public @interface LocalStack {}
