package org.kongdee.evidence;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import org.kongdee.test.LoadTests;
import org.kongdee.test.StackResource;
import org.kongdee.test.TestTokens;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class LoadResourceTest extends LoadTests {

    LoadResourceTest() {
        super("/v1/collections");
    }

    @Override
    protected Stream<Kind> kinds() {
        return Stream.of(
                new Kind(
                        "POST",
                        "/v1/collections/none/evidence",
                        "application/json",
                        TestTokens.token("officer", "SLK")),
                new Kind(
                        "POST",
                        "/v1/collections/none/evidence/files",
                        "multipart/form-data;boundary=x",
                        TestTokens.token("officer", "SLK")));
    }
}
