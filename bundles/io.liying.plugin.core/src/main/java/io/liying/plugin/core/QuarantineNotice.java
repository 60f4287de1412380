package io.liying.plugin.core;

import io.liying.conversation.api.Notice;
import io.liying.conversation.api.Notices;
import io.liying.i18n.api.DefaultLanguage;
import io.liying.i18n.api.Language;
import io.liying.plugin.api.PluginEvent;
import io.liying.plugin.api.PluginListener;
import io.liying.security.api.Person;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells the owner at every open door that a plugin was set aside; the log, the list of plugins and a meter say so as well. */
@Component
public final class QuarantineNotice implements PluginListener {

    private final Notices notices;
    private final DefaultLanguage language;
    private final Clock clock;

    @Activate
    public QuarantineNotice(@Reference Notices notices, @Reference DefaultLanguage language, @Reference Clock clock) {
        this.notices = notices;
        this.language = language;
        this.clock = clock;
    }

    @Override
    public void changed(PluginEvent event) {
        if (event instanceof PluginEvent.Quarantined(String plugin, Map<Language, String> reasons)) {
            Language spoken = language.language();
            notices.publish(new Notice(
                    UUID.randomUUID().toString(),
                    Person.OWNER,
                    "plugin.quarantined",
                    spoken,
                    reasons.getOrDefault(spoken, reasons.getOrDefault(Language.ENGLISH, plugin)),
                    Map.of("plugin", plugin),
                    clock.instant()));
        }
    }
}
