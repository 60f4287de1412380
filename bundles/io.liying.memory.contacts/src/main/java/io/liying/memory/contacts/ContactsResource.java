package io.liying.memory.contacts;

import io.liying.http.api.ProblemException;
import io.liying.http.api.Request;
import io.liying.http.api.Resource;
import io.liying.http.api.Response;
import io.liying.http.api.Route;
import io.liying.i18n.api.MessageCatalogs;
import io.liying.i18n.api.Messages;
import io.liying.nlu.api.Contact;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A person's contacts for herself: to see, to bring in as vCards, to remove. */
@Component(service = Resource.class)
public final class ContactsResource implements Resource {

    private static final String CONTACTS = "/api/v1/contacts";
    private static final long LARGEST_FILE = 20L * 1024 * 1024;

    private final ContactBook book;
    private final Messages messages;

    @Activate
    public ContactsResource(@Reference ContactBook book, @Reference MessageCatalogs catalogs) {
        this.book = book;
        messages = catalogs.of(ContactsResource.class);
    }

    @Override
    public List<Route> routes() {
        Map<String, Object> cards = Map.of("content", Map.of("text/vcard", Map.of("schema", Map.of("type", "string"))));
        return List.of(
                route("GET", "", "Lists the person's contacts.", Map.of(), Map.of(200, "id and names."), this::list),
                route(
                        "POST",
                        "/import",
                        "Adds the people of a vCard file; a card that is there already is replaced.",
                        cards,
                        Map.of(200, "How many were added.", 400, "No vCards.", 409, "Too many contacts."),
                        this::add),
                route(
                        "DELETE",
                        "/{contact_id}",
                        "Removes a contact.",
                        Map.of(),
                        Map.of(204, "Done.", 404, "No such contact."),
                        this::remove));
    }

    private static Route route(
            String method,
            String path,
            String summary,
            Map<String, Object> body,
            Map<Integer, String> responses,
            Route.Handler handler) {
        return new Route(method, CONTACTS + path, Route.Access.PERSON, summary, Map.of(), body, responses, handler);
    }

    Response list(Request request) {
        List<Map<String, Object>> contacts = book.of(request.person().id()).stream()
                .map(contact -> Map.<String, Object>of("id", contact.id(), "names", contact.names()))
                .toList();
        return Response.ok(Map.of("contacts", contacts));
    }

    Response add(Request request) throws ProblemException, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        request.body(bytes, LARGEST_FILE);
        List<Contact> contacts = VCards.read(bytes.toString(StandardCharsets.UTF_8));
        if (contacts.isEmpty()) {
            throw problem(request, 400, "import.none", Map.of());
        }
        if (!book.add(request.person().id(), contacts)) {
            throw problem(request, 409, "import.full", Map.of("count", contacts.size(), "limit", ContactBook.MOST));
        }
        return Response.ok(Map.of("imported", contacts.size()));
    }

    Response remove(Request request) throws ProblemException {
        if (!book.remove(request.person().id(), request.path("contact_id"))) {
            throw problem(request, 404, "unknown", Map.of());
        }
        return new Response.Empty();
    }

    private ProblemException problem(Request request, int status, String key, Map<String, ?> arguments) {
        return new ProblemException(status, "contact." + key, messages.text(request.language(), key, arguments));
    }
}
