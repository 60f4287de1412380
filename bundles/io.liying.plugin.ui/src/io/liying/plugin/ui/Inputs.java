package io.liying.plugin.ui;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;

/** The inputs of a view while its widgets are made anew: what was written, where the person was. */
final class Inputs {

    private static final String BUTTON = "button ";

    private record Field(Control control, Supplier<String> value, String told) {}

    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Map<String, Control> buttons = new HashMap<>();
    private final Map<String, String> written = new HashMap<>();
    private final Map<String, String> told = new HashMap<>();
    private @Nullable String focused;
    private @Nullable Point caret;

    /** Keeps what the present widgets hold; they go afterwards. */
    void remember() {
        written.clear();
        told.clear();
        focused = null;
        fields.forEach((id, field) -> {
            written.put(id, field.value().get());
            told.put(id, field.told());
            if (field.control().isFocusControl()) {
                focused = id;
                caret = field.control() instanceof Text text ? text.getSelection() : null;
            }
        });
        fields.clear();
        buttons.forEach((id, button) -> focused = button.isFocusControl() ? id : focused);
        buttons.clear();
    }

    /** What an input shall hold: what was written, unless the view tells another value than before. */
    String initial(String id, String value) {
        return Objects.equals(told.get(id), value) ? written.getOrDefault(id, value) : value;
    }

    void add(String id, Control control, Supplier<String> value, String toldNow) {
        fields.put(id, new Field(control, value, toldNow));
    }

    /** A button holds nothing, but the person may be on it. */
    void addButton(String id, Control button) {
        buttons.put(BUTTON + id, button);
    }

    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        fields.forEach((id, field) -> values.put(id, field.value().get()));
        return values;
    }

    /** Puts the person where they were. */
    void focus() {
        Field field = focused == null ? null : fields.get(focused);
        Control control = field == null ? buttons.get(focused) : field.control();
        if (control != null) {
            control.setFocus();
            if (control instanceof Text text && caret != null) {
                text.setSelection(caret);
            }
        }
    }
}
