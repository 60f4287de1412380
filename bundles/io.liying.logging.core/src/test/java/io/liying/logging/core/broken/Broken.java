package io.liying.logging.core.broken;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Fails. */
@Component(
        service = {},
        immediate = true)
public final class Broken {

    @Activate
    public Broken() {
        throw new IllegalStateException("this component never starts");
    }
}
