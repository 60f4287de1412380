package io.liying.skill.websearch;

import io.liying.i18n.api.Language;
import io.liying.i18n.api.MessageCatalogs;
import io.liying.i18n.api.Messages;
import io.liying.network.api.WebAnswer;
import io.liying.network.api.WebClient;
import io.liying.network.api.WebException;
import io.liying.network.api.WebRequest;
import io.liying.nlu.api.Entity;
import io.liying.skill.api.Skill;
import io.liying.skill.api.SkillAnswer;
import io.liying.skill.api.SkillDescription;
import io.liying.skill.api.SkillException;
import io.liying.skill.api.SkillRequest;
import io.liying.skill.api.Wording;
import io.liying.skill.api.Words;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Searches the web. */
@Component(configurationPid = "io.liying.skills")
@Designate(ocd = WebSearchConfig.class)
public final class WebSearchSkill implements Skill {

    private static final int MOST_BYTES = 2_000_000;
    private static final int LONGEST_QUERY = 300;

    private final WebClient client;
    private final Messages messages;
    private final SkillDescription description;
    private final Words words = Words.beside(WebSearchSkill.class);
    private final Answers answers = new Answers();
    private volatile WebSearchConfig config;

    @Activate
    public WebSearchSkill(WebSearchConfig config, @Reference MessageCatalogs catalogs, @Reference WebClient client) {
        this.config = config;
        this.client = client;
        messages = catalogs.of(WebSearchSkill.class);
        description = SkillDescription.read("websearch", WebSearchSkill.class, messages);
    }

    @Modified
    void modified(WebSearchConfig changed) {
        config = changed;
    }

    @Override
    public SkillDescription description() {
        return description;
    }

    @Override
    public SkillAnswer answer(SkillRequest request) throws SkillException, InterruptedException {
        WebSearchConfig current = config;
        Language language = request.language();
        if (current.websearch_url().isBlank()) {
            return SkillAnswer.of(said(request).text(language, "off"));
        }
        if (current.websearch_service().equals("brave")
                && current._websearch_key().isBlank()) {
            return SkillAnswer.of(said(request).text(language, "key.missing"));
        }
        Optional<String> query = query(request);
        if (query.isEmpty()) {
            return SkillAnswer.ask("query", said(request).text(language, "ask"));
        }
        WebRequest asked;
        try {
            asked = asked(current, query.get(), language);
        } catch (IllegalArgumentException malformed) {
            throw new SkillException(
                    said(request).text(language, "bad.address", Map.of("address", current.websearch_url())), malformed);
        }
        return told(request, query.get(), asked, current);
    }

    private Optional<String> query(SkillRequest request) {
        String said = request.text().strip().replaceAll("[.!?。！？]+$", "");
        return request.slot("query")
                .map(Entity::text)
                .or(() -> words.group(request.language(), "query", said))
                .map(text -> text.length() > LONGEST_QUERY ? text.substring(0, LONGEST_QUERY) : text)
                .filter(text -> !text.isBlank());
    }

    private static WebRequest asked(WebSearchConfig config, String query, Language language) {
        Map<String, String> parameters = new HashMap<>(Map.of("q", query));
        Map<String, String> headers = new HashMap<>();
        String path = switch (config.websearch_service()) {
            case "brave" -> {
                headers.put("X-Subscription-Token", config._websearch_key());
                parameters.put("count", Integer.toString(config.websearch_results()));
                yield "/res/v1/web/search";
            }
            case "duckduckgo" -> {
                parameters.putAll(Map.of("format", "json", "no_html", "1", "no_redirect", "1"));
                yield "/";
            }
            default -> {
                parameters.putAll(Map.of("format", "json", "language", language.code()));
                yield "/search";
            }
        };
        return new WebRequest(
                WebRequest.address(config.websearch_url(), path, parameters),
                headers,
                Optional.empty(),
                Duration.ofSeconds(config.websearch_seconds()),
                MOST_BYTES);
    }

    private SkillAnswer told(SkillRequest request, String query, WebRequest asked, WebSearchConfig current)
            throws SkillException, InterruptedException {
        Language language = request.language();
        Map<String, Object> host = Map.of("host", asked.address().getHost());
        WebAnswer answer;
        try {
            answer = client.send(asked);
        } catch (WebException failure) {
            String key = switch (failure.reason()) {
                case TIMEOUT -> "failed.timeout";
                case TOO_LARGE -> "failed.strange";
                case UNREACHABLE -> "failed.unreachable";
            };
            throw new SkillException(said(request).text(language, key, host), failure);
        }
        Optional<List<Result>> results = answer.succeeded()
                ? answers.read(current.websearch_service(), answer.body(), current.websearch_results())
                : Optional.empty();
        if (results.isEmpty()) {
            throw new SkillException(said(request).text(language, "failed.strange", host));
        }
        if (results.get().isEmpty()) {
            return SkillAnswer.of(said(request).text(language, "none", Map.of("query", query)));
        }
        String lines = results.get().stream()
                .map(result -> "\n- [%s](%s) · %s%s"
                        .formatted(
                                result.title(),
                                result.link(),
                                result.source(),
                                result.excerpt().isEmpty() ? "" : ": " + result.excerpt()))
                .collect(Collectors.joining());
        return SkillAnswer.of(
                said(request).text(language, "found", Map.of("query", query)) + lines,
                Map.of(
                        "query",
                        query,
                        "results",
                        results.get().stream().map(Result::data).toList()));
    }

    /** The texts in the person's formality. */
    private Messages said(SkillRequest request) {
        return Wording.in(messages, request.person().formality());
    }
}
