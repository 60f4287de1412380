package io.liying.http.api;

import io.liying.i18n.api.Language;
import io.liying.security.api.Person;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** One HTTP request that passed the security checks. */
@ProviderType
public interface Request {

    /** Who asks; for a public route possibly nobody known, then a person without rights. */
    Person person();

    /** The language for answers and errors, from {@code Accept-Language}. */
    Language language();

    /** The value of a name in braces, decoded. */
    String path(String name);

    /** A query parameter's first value. */
    Optional<String> query(String name);

    /** A header's first value. */
    Optional<String> header(String name);

    /** Whether the client prefers a media type, such as {@code text/event-stream}, over JSON. */
    boolean accepts(String mediaType);

    /**
     * The body as a JSON object: strings, numbers, booleans, lists, maps and nulls.
     *
     * @throws ProblemException if it is too large, not JSON or not an object
     */
    Map<String, Object> json() throws ProblemException;

    /**
     * Copies the body as it is, of whatever type: an upload. It gets more time than a JSON body, by its size.
     *
     * @param out is not closed
     * @param limit how many bytes are accepted
     * @throws ProblemException if it is larger, too slow, or ends too early; a part may have been written
     * @throws IOException if {@code out} does not take it
     */
    void body(OutputStream out, long limit) throws ProblemException, IOException;
}
