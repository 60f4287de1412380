package io.liying.skill.memory;

import io.liying.http.api.ProblemException;
import io.liying.http.api.Request;
import io.liying.http.api.Resource;
import io.liying.http.api.Response;
import io.liying.http.api.Route;
import io.liying.i18n.api.Language;
import io.liying.i18n.api.MessageCatalogs;
import io.liying.i18n.api.Messages;
import io.liying.memory.api.Memory;
import io.liying.memory.api.Preferences;
import io.liying.nlu.api.Entity;
import io.liying.skill.api.Formality;
import io.liying.skill.api.PersonContext.TimeFormat;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Changes how a person is answered, for forms: what is named is changed, null takes a preference back. */
@Component(service = Resource.class)
public final class PreferencesResource implements Resource {

    private final Memory memory;
    private final Places places;
    private final Messages messages;

    @Activate
    public PreferencesResource(
            @Reference Memory memory, @Reference Places places, @Reference MessageCatalogs catalogs) {
        this.memory = memory;
        this.places = places;
        this.messages = catalogs.of(MemorySkill.class);
    }

    @Override
    public List<Route> routes() {
        Map<String, Object> properties = Map.of(
                "language", Map.of("type", List.of("string", "null"), "examples", List.of("ko")),
                "formality",
                        Map.of(
                                "type", "object",
                                "description", "By language.",
                                "additionalProperties", choice(Formality.values())),
                "time_format", choice(TimeFormat.values()),
                "place", Map.of("type", List.of("string", "null"), "description", "The name of a city."));
        return List.of(new Route(
                "PATCH",
                "/api/v1/memory/preferences",
                Route.Access.PERSON,
                "Changes how the person is answered; null takes a preference back.",
                Map.of(),
                Map.of("type", "object", "properties", properties),
                Map.of(200, "All preferences.", 400, "A value or a city that is not known."),
                this::change));
    }

    private static Map<String, Object> choice(Enum<?>[] values) {
        List<@Nullable Object> all = new ArrayList<>();
        Stream.of(values).map(PreferenceDocument::lower).forEach(all::add);
        all.add(null);
        return Map.of("enum", all);
    }

    Response change(Request request) throws ProblemException {
        UnaryOperator<Preferences> all = old -> old;
        for (var each : request.json().entrySet()) {
            UnaryOperator<Preferences> before = all;
            UnaryOperator<Preferences> next = change(each.getKey(), each.getValue(), request.language());
            all = old -> next.apply(before.apply(old));
        }
        return Response.ok(PreferenceDocument.of(memory.prefer(request.person().id(), all)));
    }

    private UnaryOperator<Preferences> change(String name, @Nullable Object value, Language reader)
            throws ProblemException {
        return switch (name) {
            case "language" -> {
                Optional<Language> language = language(name, value, reader);
                yield old -> new Preferences(language, old.formality(), old.timeFormat(), old.place(), old.speaking());
            }
            case "time_format" -> {
                Optional<TimeFormat> format = one(TimeFormat.class, name, value, reader);
                yield old -> new Preferences(old.language(), old.formality(), format, old.place(), old.speaking());
            }
            case "place" -> {
                Optional<Entity> place = place(value, reader);
                yield old -> new Preferences(old.language(), old.formality(), old.timeFormat(), place, old.speaking());
            }
            case "formality" -> {
                Map<Language, Optional<Formality>> wanted = formality(name, value, reader);
                yield old -> new Preferences(
                        old.language(),
                        changed(old.formality(), wanted),
                        old.timeFormat(),
                        old.place(),
                        old.speaking());
            }
            default -> throw refused(name, String.valueOf(value), reader);
        };
    }

    private Optional<Language> language(String name, @Nullable Object value, Language reader) throws ProblemException {
        if (value == null) {
            return Optional.empty();
        }
        return Optional.of(
                Language.of(String.valueOf(value)).orElseThrow(() -> refused(name, String.valueOf(value), reader)));
    }

    private Optional<Entity> place(@Nullable Object value, Language reader) throws ProblemException {
        if (value == null || String.valueOf(value).isBlank()) {
            return Optional.empty();
        }
        String place = String.valueOf(value).strip();
        Optional<Entity> found = places.city(place, reader);
        if (found.isEmpty()) {
            throw new ProblemException(
                    400, "preference.place", messages.text(reader, "place.unknown", Map.of("place", place)));
        }
        return found;
    }

    private Map<Language, Optional<Formality>> formality(String name, @Nullable Object value, Language reader)
            throws ProblemException {
        if (!(value instanceof Map<?, ?> byLanguage)) {
            throw refused(name, String.valueOf(value), reader);
        }
        Map<Language, Optional<Formality>> wanted = new EnumMap<>(Language.class);
        for (var each : byLanguage.entrySet()) {
            String code = String.valueOf(each.getKey());
            Language language = Language.of(code).orElseThrow(() -> refused(name, code, reader));
            wanted.put(language, one(Formality.class, name, each.getValue(), reader));
        }
        return wanted;
    }

    private static Map<Language, Formality> changed(
            Map<Language, Formality> old, Map<Language, Optional<Formality>> wanted) {
        Map<Language, Formality> all = new EnumMap<>(Language.class);
        all.putAll(old);
        wanted.forEach((language, chosen) ->
                chosen.ifPresentOrElse(formality -> all.put(language, formality), () -> all.remove(language)));
        return all;
    }

    private <E extends Enum<E>> Optional<E> one(Class<E> type, String name, @Nullable Object value, Language reader)
            throws ProblemException {
        if (value == null) {
            return Optional.empty();
        }
        for (E candidate : type.getEnumConstants()) {
            if (PreferenceDocument.lower(candidate).equals(value)) {
                return Optional.of(candidate);
            }
        }
        throw refused(name, String.valueOf(value), reader);
    }

    private ProblemException refused(String name, String value, Language reader) {
        return new ProblemException(
                400,
                "preference.value",
                messages.text(reader, "preference.wrong", Map.of("name", name, "value", value)));
    }
}
