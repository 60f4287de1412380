package io.liying.workbench.ui;

import io.liying.workbench.ui.kit.Appearance;
import io.liying.workbench.ui.kit.Texts;
import java.util.List;
import java.util.Locale;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.di.AboutToShow;
import org.eclipse.e4.ui.model.application.ui.menu.ItemType;
import org.eclipse.e4.ui.model.application.ui.menu.MDirectMenuItem;
import org.eclipse.e4.ui.model.application.ui.menu.MMenuElement;
import org.eclipse.e4.ui.workbench.modeling.EModelService;

/** The themes to choose from. */
final class ThemeMenu {

    @AboutToShow
    void fill(List<MMenuElement> items, EModelService models, Appearance appearance) {
        Texts texts = new Texts(ThemeMenu.class, appearance.language());
        for (Appearance.Theme theme : Appearance.Theme.values()) {
            MDirectMenuItem item = models.createModelElement(MDirectMenuItem.class);
            item.setElementId("io.liying.workbench.theme." + theme);
            item.setLabel(texts.text("theme." + theme.name().toLowerCase(Locale.ROOT)));
            item.setType(ItemType.RADIO);
            item.setSelected(appearance.theme() == theme);
            item.setObject(new Choice(theme));
            items.add(item);
        }
    }

    private record Choice(Appearance.Theme theme) {
        @Execute
        void choose(MDirectMenuItem item, Appearance appearance) {
            if (item.isSelected()) {
                appearance.choose(theme);
            }
        }
    }
}
