package io.liying.http.rest;

import io.liying.http.api.Request;
import io.liying.http.api.Resource;
import io.liying.http.api.Response;
import io.liying.http.api.Route;
import io.liying.i18n.api.Language;
import io.liying.skill.api.SkillDescription;
import io.liying.skill.api.Skills;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The skills that answer now. */
@Component
public final class SkillList implements Resource {

    private final Skills skills;

    @Activate
    public SkillList(@Reference Skills skills) {
        this.skills = skills;
    }

    @Override
    public List<Route> routes() {
        return List.of(new Route(
                "GET",
                "/api/v1/skills",
                Route.Access.PERSON,
                "Lists the skills with names and summaries in the request's language.",
                Map.of(),
                Map.of(),
                Map.of(200, "The skills."),
                this::list));
    }

    private Response list(Request request) {
        return Response.ok(Map.of(
                "skills",
                skills.descriptions().stream()
                        .map(skill -> document(skill, request.language()))
                        .toList()));
    }

    private static Map<String, Object> document(SkillDescription skill, Language language) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", skill.id());
        document.put("name", skill.names().getOrDefault(language, skill.id()));
        document.put("summary", skill.summaries().getOrDefault(language, ""));
        document.put(
                "intents",
                skill.intents().stream().map(examples -> examples.intent()).toList());
        return document;
    }
}
