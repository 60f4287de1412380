package io.liying.plugin.ui;

import io.liying.plugin.ui.model.ViewModel;
import io.liying.workbench.api.WorkbenchView;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.MElementContainer;
import org.eclipse.e4.ui.model.application.ui.MUIElement;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.basic.MPartStack;
import org.eclipse.e4.ui.workbench.modeling.EModelService;

/** The tabs beside the conversation, one for each view of a plugin; no tabs, no room. Used by the UI thread only. */
final class Views {

    private static final String AREA = "io.liying.workbench.area";
    private static final String STACK = "io.liying.plugin.views";
    private static final String SHARE = "2600";

    private record Tab(ViewModel model, MPart part, Runnable rename) {}

    private final MApplication application;
    private final EModelService models;
    private final Map<WorkbenchView, Tab> tabs = new IdentityHashMap<>();

    Views(MApplication application, EModelService models) {
        this.application = application;
        this.models = models;
    }

    void add(WorkbenchView view, ViewModel model) {
        MPart part = models.createModelElement(MPart.class);
        part.setElementId(STACK + ".part");
        part.setContributionURI("bundleclass://io.liying.plugin.ui/" + ViewPart.class.getName());
        part.setLabel(model.title());
        part.getTransientData().put(ViewPart.MODEL, model);
        Runnable rename = () -> part.setLabel(model.title());
        model.listen(rename);
        tabs.put(view, new Tab(model, part, rename));
        show(part);
    }

    void remove(WorkbenchView view) {
        Tab tab = tabs.remove(view);
        if (tab != null) {
            tab.model().forget(tab.rename());
            hide(tab.part());
            tab.part().getTransientData().clear();
        }
    }

    List<MPart> all() {
        return tabs.values().stream().map(Tab::part).toList();
    }

    boolean isShown(MPart part) {
        return part.getParent() != null;
    }

    void show(MPart part) {
        MElementContainer<MUIElement> stack = stack();
        stack.getChildren().add(part);
        stack.setSelectedElement(part);
    }

    /** The model keeps what is only not rendered, so it is taken out of it as well. */
    void hide(MPart part) {
        MElementContainer<MUIElement> stack = part.getParent();
        if (stack == null) {
            return;
        }
        part.setToBeRendered(false);
        stack.getChildren().remove(part);
        part.setToBeRendered(true);
        if (stack.getChildren().isEmpty()) {
            stack.setToBeRendered(false);
            stack.getParent().getChildren().remove(stack);
        } else {
            stack.setSelectedElement(stack.getChildren().getFirst());
        }
    }

    @SuppressWarnings(
            "unchecked") // a stack holds stack elements, a sash holds sash elements; both only take what we add
    private MElementContainer<MUIElement> stack() {
        MElementContainer<MUIElement> area = (MElementContainer<MUIElement>) models.find(AREA, application);
        Optional<MUIElement> present = new ArrayList<>(area.getChildren())
                .stream().filter(child -> STACK.equals(child.getElementId())).findFirst();
        if (present.isEmpty()) {
            MPartStack created = models.createModelElement(MPartStack.class);
            created.setElementId(STACK);
            created.setContainerData(SHARE);
            area.getChildren().add(created);
            present = Optional.of(created);
        }
        return (MElementContainer<MUIElement>) (MElementContainer<?>) present.get();
    }
}
