package io.liying.skill.smalltalk;

import io.liying.i18n.api.Language;
import io.liying.i18n.api.MessageCatalogs;
import io.liying.i18n.api.Messages;
import io.liying.skill.api.IntentFiles;
import io.liying.skill.api.Skill;
import io.liying.skill.api.SkillAnswer;
import io.liying.skill.api.SkillDescription;
import io.liying.skill.api.SkillRequest;
import io.liying.skill.api.Skills;
import io.liying.skill.api.Wording;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Is polite, and says what the assistant can do. The wording varies with the person's words, not by chance. */
@Component
public final class SmalltalkSkill implements Skill {

    private static final String ID = "smalltalk";

    private final Messages messages;
    private final SkillDescription description;

    /** The registry needs this skill to become complete, so it is fetched when it is asked, not when it appears. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable ComponentServiceObjects<Skills> skills;

    @Activate
    public SmalltalkSkill(@Reference MessageCatalogs catalogs) {
        messages = catalogs.of(SmalltalkSkill.class);
        description = new SkillDescription(
                ID,
                inEachLanguage("skill.name"),
                inEachLanguage("skill.summary"),
                IntentFiles.read(SmalltalkSkill.class));
    }

    SmalltalkSkill(MessageCatalogs catalogs, ComponentServiceObjects<Skills> skills) {
        this(catalogs);
        this.skills = skills;
    }

    private Map<Language, String> inEachLanguage(String key) {
        Map<Language, String> texts = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            texts.put(language, messages.text(language, key));
        }
        return texts;
    }

    @Override
    public SkillDescription description() {
        return description;
    }

    @Override
    public SkillAnswer answer(SkillRequest request) {
        return switch (request.intent()) {
            case "smalltalk.greeting" ->
                variant(request, "greeting." + partOfDay(request.now().getHour()));
            case "smalltalk.farewell" -> variant(request, "farewell");
            case "smalltalk.goodnight" -> variant(request, "goodnight");
            case "smalltalk.thanks" -> variant(request, "thanks");
            case "smalltalk.identity" -> variant(request, "identity");
            case "smalltalk.joke" -> variant(request, "joke", request.now().getSecond());
            case "smalltalk.help" -> help(request);
            default -> throw new IllegalArgumentException("smalltalk knows no intent " + request.intent());
        };
    }

    private static String partOfDay(int hour) {
        return hour >= 5 && hour < 12 ? "morning" : hour >= 12 && hour < 18 ? "afternoon" : "evening";
    }

    /** One that is the same for the same words. */
    private SkillAnswer variant(SkillRequest request, String key) {
        return variant(request, key, request.text().hashCode());
    }

    /** One of the messages {@code <key>.0}, {@code <key>.1} and so on. */
    private SkillAnswer variant(SkillRequest request, String key, int seed) {
        Language language = request.language();
        int variants = 1;
        while (messages.has(language, key + "." + variants)) {
            variants++;
        }
        int chosen = Math.floorMod(seed, variants);
        return SkillAnswer.of(said(request).text(language, key + "." + chosen));
    }

    private SkillAnswer help(SkillRequest request) {
        Language language = request.language();
        List<SkillDescription> others =
                installed().stream().filter(skill -> !skill.id().equals(ID)).toList();
        if (others.isEmpty()) {
            return SkillAnswer.of(said(request).text(language, "help.none"), Map.of("skills", List.of()));
        }
        String list = others.stream()
                .map(skill -> "\n- "
                        + said(request)
                                .text(
                                        language,
                                        "help.skill",
                                        Map.of(
                                                "name", text(skill.names(), language),
                                                "summary",
                                                        skill.summary(
                                                                language,
                                                                request.person().formality()))))
                .collect(Collectors.joining());
        return SkillAnswer.of(
                said(request).text(language, "help") + list,
                Map.of("skills", others.stream().map(SkillDescription::id).toList()));
    }

    private static String text(Map<Language, String> texts, Language language) {
        return texts.getOrDefault(language, texts.getOrDefault(Language.ENGLISH, ""));
    }

    private List<SkillDescription> installed() {
        ComponentServiceObjects<Skills> registry = skills;
        Skills present = registry == null ? null : registry.getService();
        if (registry == null || present == null) {
            return List.of();
        }
        try {
            return present.descriptions();
        } finally {
            registry.ungetService(present);
        }
    }

    /** The texts in the person's formality. */
    private Messages said(SkillRequest request) {
        return Wording.in(messages, request.person().formality());
    }
}
