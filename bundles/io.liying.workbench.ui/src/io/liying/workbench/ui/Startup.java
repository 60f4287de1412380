package io.liying.workbench.ui;

import io.liying.workbench.ui.kit.Appearance;
import java.util.Locale;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.services.translation.TranslationService;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.lifecycle.PostContextCreate;
import org.eclipse.e4.ui.workbench.lifecycle.PostWorkbenchClose;
import org.eclipse.e4.ui.workbench.lifecycle.PreSave;
import org.eclipse.e4.ui.workbench.lifecycle.ProcessAdditions;
import org.eclipse.swt.widgets.Display;
import org.osgi.service.prefs.BackingStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The life cycle of the application: brings the person's choices in before the window is made, keeps them at the end. */
public final class Startup {

    private static final Logger LOG = LoggerFactory.getLogger(Startup.class);

    private final IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode("io.liying.workbench.ui");

    /** Chooses theme and language, before e4 reads them. */
    @PostContextCreate
    void choose(IEclipseContext context) {
        Appearance appearance = new Appearance(new Kept(preferences), Display.isSystemDarkTheme(), Locale.getDefault());
        context.set(Appearance.class, appearance);
        context.set(TranslationService.LOCALE, appearance.language().locale());
        // e4 looks at its own argument and the product first, then at this property.
        System.setProperty("cssTheme", Skin.themeId(appearance));
    }

    /** Puts the window where it was. */
    @ProcessAdditions
    void place(MApplication application) {
        MWindow window = application.getChildren().getFirst();
        window.setWidth(preferences.getInt("window.width", window.getWidth()));
        window.setHeight(preferences.getInt("window.height", window.getHeight()));
        if (preferences.get("window.x", null) != null) {
            window.setX(preferences.getInt("window.x", 0));
            window.setY(preferences.getInt("window.y", 0));
        }
    }

    /** Remembers where the window is. */
    @PreSave
    void remember(MApplication application) {
        if (application.getChildren().isEmpty()) {
            return;
        }
        MWindow window = application.getChildren().getFirst();
        preferences.putInt("window.x", window.getX());
        preferences.putInt("window.y", window.getY());
        preferences.putInt("window.width", window.getWidth());
        preferences.putInt("window.height", window.getHeight());
        save(preferences);
    }

    /**
     * Ends the process after the application, in order: what is accepted is finished by the shutdown hooks. The
     * framework's own starter would let the process run on without a window. Only the product asks for it.
     */
    @PostWorkbenchClose
    void exit() {
        if (!Boolean.getBoolean("liying.workbench.exits")) {
            return;
        }
        Thread application = Thread.currentThread();
        Thread.ofPlatform().daemon().name("liying-exit").start(() -> {
            try {
                application.join();
                System.exit(0);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static void save(IEclipsePreferences preferences) {
        try {
            preferences.flush();
        } catch (BackingStoreException failure) {
            LOG.warn("The workbench's preferences cannot be written; they last until the window is closed", failure);
        }
    }

    private record Kept(IEclipsePreferences preferences) implements Appearance.Memory {

        @Override
        public String read(String key, String otherwise) {
            return preferences.get(key, otherwise);
        }

        @Override
        public void write(String key, String value) {
            preferences.put(key, value);
            save(preferences);
        }
    }
}
