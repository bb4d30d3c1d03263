package common;

import java.nio.charset.StandardCharsets;

/** Writes requests to the service that is measured, with the token of the bench. */
public final class Http {

    private final int port = Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT"));
    private final String token = System.getenv("BENCH_TOKEN");

    public byte[] get(String path) {
        return request("GET", path, "", new byte[0]);
    }

    /**
     * A request with a JSON body.
     *
     * @param headers more of them, each with its line end
     */
    public byte[] json(String method, String path, String headers, String body) {
        return request(method, path, headers + "Content-Type: application/json\r\n", body.getBytes(StandardCharsets.UTF_8));
    }

    public byte[] request(String method, String path, String headers, byte[] body) {
        String head =
                method + " " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nAuthorization: Bearer " + token
                        + "\r\nAccept: application/json\r\n" + headers + "Content-Length: " + body.length + "\r\n\r\n";
        byte[] start = head.getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[start.length + body.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        return all;
    }

    public Load.Connection connect() throws java.io.IOException {
        return new Load.Connection(port);
    }
}
