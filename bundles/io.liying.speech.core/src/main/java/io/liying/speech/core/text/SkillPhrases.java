package io.liying.speech.core.text;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.IntentExamples;
import io.liying.skill.api.SkillDescription;
import io.liying.skill.api.Skills;
import io.liying.speech.api.VocabularySource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the installed skills are asked. Read again when a skill has come or gone. */
@Component
public final class SkillPhrases implements VocabularySource {

    private record Known(List<SkillDescription> of, List<String> phrases) {}

    private final Skills skills;
    private final Map<Language, Known> known = new ConcurrentHashMap<>();

    @Activate
    public SkillPhrases(@Reference Skills skills) {
        this.skills = skills;
    }

    @Override
    public List<String> phrases(Language language) {
        List<SkillDescription> now = skills.descriptions();
        Known before = known.get(language);
        if (before == null || !before.of().equals(now)) {
            before = new Known(now, read(now, language));
            known.put(language, before);
        }
        return before.phrases();
    }

    private static List<String> read(List<SkillDescription> descriptions, Language language) {
        Set<String> phrases = new LinkedHashSet<>();
        for (SkillDescription skill : descriptions) {
            for (IntentExamples intent : skill.intents()) {
                for (String phrase : intent.phrases().getOrDefault(language, List.of())) {
                    phrases.add(Words.bare(withoutSlots(phrase)));
                }
            }
        }
        phrases.remove("");
        return List.copyOf(phrases);
    }

    /** {@code [five minutes](duration)} is said as "five minutes". */
    private static String withoutSlots(String phrase) {
        StringBuilder plain = new StringBuilder();
        int at = 0;
        int close = phrase.indexOf("](");
        while (close >= 0) {
            int open = phrase.lastIndexOf('[', close);
            int end = phrase.indexOf(')', close);
            if (open < at || end < 0) {
                break;
            }
            plain.append(phrase, at, open).append(phrase, open + 1, close);
            at = end + 1;
            close = phrase.indexOf("](", at);
        }
        return plain.append(phrase.substring(at)).toString();
    }
}
