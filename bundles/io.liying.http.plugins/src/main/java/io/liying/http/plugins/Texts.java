package io.liying.http.plugins;

import io.liying.http.api.ProblemException;
import io.liying.i18n.api.Language;
import io.liying.i18n.api.MessageCatalogs;
import io.liying.i18n.api.Messages;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The words for what is wrong with a request about plugins. Safe for use by many threads. */
@Component(service = Texts.class)
public final class Texts {

    private final Messages messages;

    @Activate
    public Texts(@Reference MessageCatalogs catalogs) {
        messages = catalogs.of(Texts.class);
    }

    /** @param code the stable code and the text's key */
    ProblemException problem(int status, String code, Language language, Map<String, ?> arguments) {
        return new ProblemException(status, code, messages.text(language, code, arguments));
    }
}
