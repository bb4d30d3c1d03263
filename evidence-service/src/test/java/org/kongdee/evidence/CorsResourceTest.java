package org.kongdee.evidence;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.kongdee.test.CorsTests;
import org.kongdee.test.StackResource;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class CorsResourceTest extends CorsTests {

    CorsResourceTest() {
        super("/v1/collections");
    }
}
