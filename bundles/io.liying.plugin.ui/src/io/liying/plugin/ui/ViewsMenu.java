package io.liying.plugin.ui;

import java.util.List;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.di.AboutToShow;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.menu.ItemType;
import org.eclipse.e4.ui.model.application.ui.menu.MDirectMenuItem;
import org.eclipse.e4.ui.model.application.ui.menu.MMenuElement;
import org.eclipse.e4.ui.workbench.modeling.EModelService;

/** The views of plugins by name, to be shown or hidden. */
final class ViewsMenu {

    @AboutToShow
    void fill(List<MMenuElement> items, EModelService models, Views views) {
        for (MPart part : views.all()) {
            MDirectMenuItem item = models.createModelElement(MDirectMenuItem.class);
            item.setElementId("io.liying.plugin.view." + items.size());
            item.setLabel(part.getLabel());
            item.setType(ItemType.CHECK);
            item.setSelected(views.isShown(part));
            item.setObject(new Toggle(part));
            items.add(item);
        }
    }

    private record Toggle(MPart part) {
        @Execute
        void toggle(Views views) {
            if (views.isShown(part)) {
                views.hide(part);
            } else if (views.all().contains(part)) {
                views.show(part);
            }
        }
    }
}
