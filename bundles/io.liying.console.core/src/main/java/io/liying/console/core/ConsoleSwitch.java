package io.liying.console.core;

import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Starts the chat in this process if {@code liying.console} is {@code chat}; otherwise nothing of it is even loaded. */
@Component(
        service = {},
        immediate = true)
public final class ConsoleSwitch {

    @Activate
    public ConsoleSwitch(ComponentContext component) {
        if ("chat".equals(component.getBundleContext().getProperty("liying.console"))) {
            component.enableComponent(LocalChat.NAME);
        }
    }
}
