package common;

/**
 * A kind of request, and the same work done by something else.
 *
 * @param key what {@code --only} takes
 * @param name what the table calls it
 * @param requests makes them
 * @param answer how the body of each answer must begin
 * @param rival what the service is measured beside
 */
public record Measure(String key, String name, Load.Requests requests, String answer, Rival rival) {}
