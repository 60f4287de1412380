package io.liying.i18n.core;

import io.liying.i18n.api.DefaultLanguage;
import io.liying.i18n.api.Language;
import io.liying.i18n.api.MachineLanguage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;

/** The language of the configuration file; a change reaches the next turn. */
@Component(configurationPid = "io.liying.i18n")
public final class ConfiguredLanguage implements DefaultLanguage {

    private volatile Language language;

    @Activate
    public ConfiguredLanguage(I18nConfig config) {
        language = languageOf(config);
    }

    @Modified
    void modified(I18nConfig config) {
        language = languageOf(config);
    }

    private static Language languageOf(I18nConfig config) {
        String code = config.language();
        if (code.isBlank()) {
            return MachineLanguage.find();
        }
        return Language.of(code)
                .orElseThrow(() -> new IllegalArgumentException(
                        "i18n.language \"" + code + "\" is not one of ko, en, zh, ja, es, fr, de or \"\""));
    }

    @Override
    public Language language() {
        return language;
    }
}
