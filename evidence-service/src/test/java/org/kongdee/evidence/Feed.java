package org.kongdee.evidence;

import static org.kongdee.evidence.Api.as;

import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

/** The change feed, which all tests share: each reads on from where it stood. */
public final class Feed {

    private Feed() {}

    /** The cursor behind all that was touched so far. */
    public static String end() {
        String cursor = "";
        while (true) {
            ExtractableResponse<Response> page = after(cursor).extract();
            cursor = page.path("next");
            if (!page.<Boolean>path("more")) {
                return cursor;
            }
        }
    }

    /**
     * @param cursor with more parameters behind it, if need be
     */
    public static ValidatableResponse after(String cursor) {
        return as("service").get("/v1/changes?after=" + cursor).then().statusCode(200);
    }
}
