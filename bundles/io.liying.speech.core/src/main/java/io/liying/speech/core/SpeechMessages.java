package io.liying.speech.core;

import io.liying.i18n.api.Language;
import io.liying.i18n.api.MessageCatalogs;
import io.liying.i18n.api.Messages;
import io.liying.speech.api.SpeechException;
import io.liying.speech.api.SpeechTexts;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The words for what is wrong with hearing and speaking; read when the first thing is wrong. */
@Component
public final class SpeechMessages implements SpeechTexts {

    private final Supplier<Messages> messages;

    @Activate
    public SpeechMessages(@Reference MessageCatalogs catalogs) {
        messages = () -> catalogs.of(SpeechMessages.class);
    }

    @Override
    public String text(SpeechException problem, Language reader) {
        Messages texts = messages.get();
        return texts.has(reader, problem.code())
                ? texts.text(reader, problem.code(), problem.details())
                : String.valueOf(problem.getMessage());
    }
}
