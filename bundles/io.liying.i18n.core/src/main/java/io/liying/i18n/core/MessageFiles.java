package io.liying.i18n.core;

import io.liying.i18n.api.Language;
import io.liying.i18n.api.MessageCatalogs;
import java.util.EnumMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Opens the seven message files that stand beside a class. */
@Component
public final class MessageFiles implements MessageCatalogs {

    @Activate
    public MessageFiles() {}

    @Override
    public FileMessages of(Class<?> anchor) {
        Map<Language, MessageFile> files = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            files.put(language, new MessageFile(anchor, language));
        }
        return new FileMessages(anchor.getName(), files);
    }
}
