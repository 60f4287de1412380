package io.liying.skill.memory;

import io.liying.i18n.api.Language;
import io.liying.i18n.api.Messages;
import io.liying.memory.api.Memory;
import io.liying.memory.api.Preferences;
import io.liying.nlu.api.Entity;
import io.liying.skill.api.Formality;
import io.liying.skill.api.PersonContext.TimeFormat;
import io.liying.skill.api.SkillAnswer;
import io.liying.skill.api.SkillRequest;
import io.liying.skill.api.Wording;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Learns how a person likes to be answered. */
final class PreferenceAnswers {

    private final Messages messages;
    private final Memory memory;
    private final MemoryWords words;

    PreferenceAnswers(Messages messages, Memory memory, MemoryWords words) {
        this.messages = messages;
        this.memory = memory;
        this.words = words;
    }

    SkillAnswer address(SkillRequest request) {
        MemoryWords.Words known = words.of(request.language());
        boolean informal = known.has("informal", request.text());
        boolean formal = !informal && known.has("formal", request.text());
        if (!informal && !formal) {
            return ask(request, "ask.address");
        }
        Formality wanted = formal ? Formality.FORMAL : Formality.INFORMAL;
        prefer(request, kept -> kept.withFormality(request.language(), wanted));
        String key = formal ? "address.formal" : "address.informal";
        return SkillAnswer.of(messages.text(request.language(), key));
    }

    SkillAnswer timeFormat(SkillRequest request) {
        boolean half =
                request.text().contains("12") || words.of(request.language()).has("twelve", request.text());
        boolean whole =
                request.text().contains("24") || words.of(request.language()).has("twentyfour", request.text());
        if (half == whole) {
            return ask(request, "ask.clock");
        }
        TimeFormat wanted = half ? TimeFormat.TWELVE_HOURS : TimeFormat.TWENTY_FOUR_HOURS;
        prefer(request, kept -> kept.withTimeFormat(wanted));
        return say(request, half ? "clock.twelve" : "clock.twentyfour", Map.of());
    }

    SkillAnswer place(SkillRequest request) {
        Optional<Entity> place = request.slot("place");
        if (place.isEmpty()) {
            return ask(request, "ask.place");
        }
        prefer(request, kept -> kept.withPlace(place.get()));
        return say(request, "place", Map.of("place", place.get().text()));
    }

    SkillAnswer language(SkillRequest request) {
        String said = request.text().toLowerCase(Locale.ROOT);
        for (Language candidate : Language.values()) {
            String here =
                    candidate.locale().getDisplayLanguage(request.language().locale());
            String own = candidate.locale().getDisplayLanguage(candidate.locale());
            if (said.contains(here.toLowerCase(Locale.ROOT)) || said.contains(own.toLowerCase(Locale.ROOT))) {
                prefer(request, kept -> kept.withLanguage(candidate));
                return say(request, "language", Map.of("language", here));
            }
        }
        return ask(request, "ask.language");
    }

    private void prefer(SkillRequest request, UnaryOperator<Preferences> change) {
        memory.prefer(request.personId(), change);
    }

    private SkillAnswer say(SkillRequest request, String key, Map<String, ?> arguments) {
        return SkillAnswer.of(
                Wording.text(messages, request.language(), request.person().formality(), key, arguments));
    }

    private SkillAnswer ask(SkillRequest request, String key) {
        return SkillAnswer.ask(
                Wording.text(messages, request.language(), request.person().formality(), key, Map.of()));
    }
}
