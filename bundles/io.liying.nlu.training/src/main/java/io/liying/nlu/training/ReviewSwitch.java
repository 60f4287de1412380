package io.liying.nlu.training;

import io.liying.conversation.api.TurnHook;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;

/** Has turns looked at only while the owner wants it; otherwise no turn is any longer than without. */
@Component(
        service = {},
        immediate = true,
        configurationPid = "io.liying.nlu")
public final class ReviewSwitch {

    private final BundleContext context;
    private final ReviewFile queue;
    private @Nullable ServiceRegistration<TurnHook> hook;

    @Activate
    public ReviewSwitch(BundleContext context, TrainingConfig config, @Reference ReviewFile queue) {
        this.context = context;
        this.queue = queue;
        modified(config);
        Thread.ofVirtual().name("review-age").start(queue::forgetOld);
    }

    @Modified
    synchronized void modified(TrainingConfig config) {
        if (config.review_enabled() == (hook != null)) {
            return;
        }
        if (config.review_enabled()) {
            hook = context.registerService(TurnHook.class, new UnsureTurns(queue), null);
        } else {
            deactivate();
        }
    }

    @Deactivate
    synchronized void deactivate() {
        if (hook != null) {
            hook.unregister();
            hook = null;
        }
    }
}
