package io.liying.workbench.ui;

import io.liying.i18n.api.Language;
import io.liying.workbench.ui.kit.Appearance;
import io.liying.workbench.ui.kit.Texts;
import java.util.List;
import java.util.Optional;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.di.AboutToShow;
import org.eclipse.e4.ui.model.application.ui.menu.ItemType;
import org.eclipse.e4.ui.model.application.ui.menu.MDirectMenuItem;
import org.eclipse.e4.ui.model.application.ui.menu.MMenuElement;
import org.eclipse.e4.ui.workbench.modeling.EModelService;

/** The languages to choose from, each by its own name. */
final class LanguageMenu {

    @AboutToShow
    void fill(List<MMenuElement> items, EModelService models, Appearance appearance) {
        Texts texts = new Texts(LanguageMenu.class, appearance.language());
        items.add(item(models, appearance, Optional.empty(), texts.text("language.system")));
        for (Language language : Language.values()) {
            items.add(item(models, appearance, Optional.of(language), ownName(language)));
        }
    }

    /** A language's name in itself, as a title. */
    static String ownName(Language language) {
        String name = language.locale().getDisplayLanguage(language.locale());
        return name.substring(0, 1).toUpperCase(language.locale()) + name.substring(1);
    }

    private static MDirectMenuItem item(
            EModelService models, Appearance appearance, Optional<Language> language, String label) {
        MDirectMenuItem item = models.createModelElement(MDirectMenuItem.class);
        item.setElementId(
                "io.liying.workbench.language." + language.map(Language::code).orElse("system"));
        item.setLabel(label);
        item.setType(ItemType.RADIO);
        item.setSelected(appearance.chosenLanguage().equals(language));
        item.setObject(new Choice(language));
        return item;
    }

    private record Choice(Optional<Language> language) {
        @Execute
        void choose(MDirectMenuItem item, Appearance appearance) {
            if (item.isSelected()) {
                appearance.choose(language);
            }
        }
    }
}
