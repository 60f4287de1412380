package io.liying.workbench.ui;

import io.liying.i18n.api.Language;
import io.liying.workbench.ui.kit.Appearance;
import io.liying.workbench.ui.kit.FlatButton;
import io.liying.workbench.ui.kit.Sheet;
import io.liying.workbench.ui.kit.Texts;
import java.util.List;
import java.util.Optional;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;

/** Shows the preferences: language, theme and size of the text. */
final class PreferencesHandler {

    @Execute
    void show(Shell owner, Appearance appearance) {
        Texts texts = new Texts(PreferencesHandler.class, appearance.language());
        Sheet sheet = new Sheet(owner, appearance, texts.text("preferences.title"));
        Combo language = combo(sheet, texts.text("preferences.language"), "preferences-language");
        language.add(texts.text("language.system"));
        for (Language each : Language.values()) {
            language.add(LanguageMenu.ownName(each));
        }
        language.select(appearance.chosenLanguage().map(Language::ordinal).orElse(-1) + 1);
        Combo theme = combo(sheet, texts.text("preferences.theme"), "preferences-theme");
        for (String name : List.of("system", "light", "dark")) {
            theme.add(texts.text("theme." + name));
        }
        theme.select(appearance.theme().ordinal());
        sheet.label(texts.text("preferences.fontSize"));
        Spinner font = new Spinner(sheet.content(), SWT.BORDER);
        font.setValues(appearance.fontSize(), Appearance.SMALLEST_FONT, Appearance.LARGEST_FONT, 0, 1, 2);
        sheet.text(texts.text("preferences.note"))
                .setForeground(sheet.look().color(sheet.look().palette().muted()));
        sheet.button(FlatButton.Kind.GHOST, texts.text("button.cancel"), () -> {});
        FlatButton save = sheet.button(FlatButton.Kind.FILLED, texts.text("button.save"), () -> {
            int chosen = language.getSelectionIndex();
            appearance.choose(
                    Appearance.Theme.values()[theme.getSelectionIndex()],
                    chosen < 1 ? Optional.empty() : Optional.of(Language.values()[chosen - 1]),
                    font.getSelection());
        });
        save.setData("org.eclipse.e4.ui.css.id", "preferences-save");
        sheet.open();
    }

    private static Combo combo(Sheet sheet, String label, String id) {
        sheet.label(label);
        Combo combo = new Combo(sheet.content(), SWT.READ_ONLY);
        combo.setData("org.eclipse.e4.ui.css.id", id);
        combo.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        return combo;
    }
}
