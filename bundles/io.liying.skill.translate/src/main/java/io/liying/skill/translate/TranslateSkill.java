package io.liying.skill.translate;

import io.liying.i18n.api.Language;
import io.liying.i18n.api.MessageCatalogs;
import io.liying.i18n.api.Messages;
import io.liying.nlu.api.Entity;
import io.liying.skill.api.Skill;
import io.liying.skill.api.SkillAnswer;
import io.liying.skill.api.SkillDescription;
import io.liying.skill.api.SkillException;
import io.liying.skill.api.SkillRequest;
import io.liying.skill.api.TranslationException;
import io.liying.skill.api.Wording;
import io.liying.skill.api.Words;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Translates what a person names into one of the seven languages. */
@Component
public final class TranslateSkill implements Skill {

    private static final int LONGEST = 2_000;

    private final Messages messages;
    private final ServiceTranslator translator;
    private final SkillDescription description;
    private final Words words = Words.beside(TranslateSkill.class);
    private volatile @Nullable PhraseBook book;

    @Activate
    public TranslateSkill(@Reference MessageCatalogs catalogs, @Reference ServiceTranslator translator) {
        this.translator = translator;
        messages = catalogs.of(TranslateSkill.class);
        description = SkillDescription.read("translate", TranslateSkill.class, messages);
    }

    @Override
    public SkillDescription description() {
        return description;
    }

    @Override
    public SkillAnswer answer(SkillRequest request) throws SkillException, InterruptedException {
        Language language = request.language();
        Optional<String> text = text(request);
        if (text.isEmpty()) {
            return SkillAnswer.ask("text", said(request).text(language, "ask.text"));
        }
        Optional<Language> to = target(request, text.get());
        if (to.isEmpty()) {
            return SkillAnswer.ask("target", said(request).text(language, "ask.language"));
        }
        if (text.get().length() > LONGEST) {
            return SkillAnswer.of(said(request).text(language, "too.long"));
        }
        Optional<String> known = book().find(text.get(), to.get());
        return known.isPresent()
                ? told(request, "done", known.get(), to.get(), "")
                : asked(request, text.get(), to.get());
    }

    private Optional<String> text(SkillRequest request) {
        String said = request.text().strip().replaceAll("[.!。！]+$", "");
        return request.slot("text")
                .map(Entity::text)
                .or(() -> words.group(request.language(), "text", said))
                .filter(found -> !found.isBlank());
    }

    private Optional<Language> target(SkillRequest request, String text) {
        String answered = request.slot("target").map(Entity::text).orElse("");
        String around = request.text().replace(text, " ") + " " + answered;
        for (Language candidate : Language.values()) {
            if (words.has(request.language(), "to." + candidate.code(), around)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private SkillAnswer asked(SkillRequest request, String text, Language to)
            throws SkillException, InterruptedException {
        Language language = request.language();
        String host = translator.service().orElse("");
        try {
            return told(request, "done.by", translator.translate(text, language, to), to, host);
        } catch (TranslationException failure) {
            if (failure.reason() == TranslationException.Reason.OFF) {
                return SkillAnswer.of(said(request).text(language, "off"));
            }
            String key = switch (failure.reason()) {
                case OFF, STRANGE -> "failed.strange";
                case BAD_ADDRESS -> "bad.address";
                case TIMEOUT -> "failed.timeout";
                case UNREACHABLE -> "failed.unreachable";
            };
            throw new SkillException(said(request).text(language, key, Map.of("host", host, "address", host)), failure);
        }
    }

    private SkillAnswer told(SkillRequest request, String key, String text, Language to, String host) {
        Language language = request.language();
        String name = said(request).text(language, "in." + to.code());
        return SkillAnswer.of(
                said(request).text(language, key, Map.of("in", name, "text", text, "host", host)),
                Map.of("text", text, "language", to.code(), "translated_by", host));
    }

    /** Read at the first use. */
    private PhraseBook book() {
        PhraseBook read = book;
        if (read == null) {
            read = PhraseBook.read();
            book = read;
        }
        return read;
    }

    /** The texts in the person's formality. */
    private Messages said(SkillRequest request) {
        return Wording.in(messages, request.person().formality());
    }
}
