package io.liying.workbench.ui;

import io.liying.workbench.ui.kit.Appearance;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.util.Locale;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.services.nls.ILocaleChangeService;
import org.eclipse.e4.core.services.translation.TranslationService;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.jspecify.annotations.Nullable;

/** Brings a changed appearance to what e4 itself draws: its style sheet, and the language of its menus. */
public final class Skin {

    private final IEclipseContext context;
    private final Appearance appearance;
    private Appearance.@Nullable Subscription subscription;

    @Inject
    Skin(IEclipseContext context, Appearance appearance) {
        this.context = context;
        this.appearance = appearance;
    }

    /** The id of the style sheet; the desktop's widgets turn dark with one whose id says so. */
    static String themeId(Appearance appearance) {
        return "io.liying.workbench.ui." + (appearance.dark() ? "dark" : "light");
    }

    @PostConstruct
    void start() {
        subscription = appearance.listen(this::apply);
    }

    private void apply() {
        context.get(IThemeEngine.class).setTheme(themeId(appearance), false);
        Locale wanted = appearance.language().locale();
        if (!wanted.equals(context.get(TranslationService.LOCALE))) {
            context.get(ILocaleChangeService.class).changeApplicationLocale(wanted);
        }
    }

    @PreDestroy
    void stop() {
        if (subscription != null) {
            subscription.end();
        }
    }
}
