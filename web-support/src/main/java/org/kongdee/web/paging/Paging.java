package org.kongdee.web.paging;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.params.Params;

/** Which page of a list is asked for; a resource method takes it as {@code @BeanParam}. */
public class Paging {

    public static final int DEFAULT_SIZE = 50;
    public static final int MAX_SIZE = 200;
    private static final int MAX_PAGE = 1_000_000;

    @Parameter(
            description = "The page, from 0",
            schema =
                    @Schema(
                            type = SchemaType.INTEGER,
                            minimum = "0",
                            maximum = "1000000",
                            defaultValue = "0"))
    @QueryParam("page")
    @Nullable String page;

    @Parameter(
            description = "Items a page, at most 200",
            schema =
                    @Schema(
                            type = SchemaType.INTEGER,
                            minimum = "1",
                            maximum = "200",
                            defaultValue = "50"))
    @QueryParam("size")
    @Nullable String size;

    public int page() {
        return Params.number("page", page, 0, 0, MAX_PAGE);
    }

    public int size() {
        return Params.number("size", size, DEFAULT_SIZE, 1, MAX_SIZE);
    }

    /** How many items come before this page. */
    public int offset() {
        return Math.multiplyExact(page(), size());
    }
}
