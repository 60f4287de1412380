package io.liying.bench;

import io.liying.i18n.api.Language;
import io.liying.i18n.api.MessageCatalogs;
import io.liying.i18n.api.Messages;
import io.liying.nlu.api.IntentExamples;
import io.liying.nlu.api.IntentResult;
import io.liying.nlu.api.IntentTrainer;
import io.liying.skill.api.Skill;
import io.liying.skill.api.SkillAnswer;
import io.liying.skill.api.SkillDescription;
import io.liying.skill.api.SkillRequest;
import io.liying.skill.core.SkillRegistry;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.osgi.launch.EquinoxFactory;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;

/** One skill, in the product's registry of skills and as a service in Equinox. */
record LeaseFixture(
        SkillRegistry registry,
        Skill skill,
        SkillRequest request,
        Framework framework,
        ServiceReference<Skill> reference,
        Path storage) {

    static final String INTENT = "echo.say";

    static LeaseFixture create() {
        try {
            Skill skill = new Echo();
            Path storage = Files.createTempDirectory("liying-lease");
            Framework framework =
                    new EquinoxFactory().newFramework(Map.of(Constants.FRAMEWORK_STORAGE, storage.toString()));
            framework.start();
            SkillRequest request =
                    new SkillRequest(INTENT, "say it", Language.ENGLISH, List.of(), "p", "s", ZonedDateTime.now());
            ServiceReference<Skill> reference = framework
                    .getBundleContext()
                    .registerService(Skill.class, skill, null)
                    .getReference();
            return new LeaseFixture(
                    registry(skill, framework.getBundleContext()), skill, request, framework, reference, storage);
        } catch (Exception failure) {
            throw new IllegalStateException("the registry or Equinox does not start", failure);
        }
    }

    /** Does what declarative services do, in the same way: it reaches what only they should reach. */
    private static SkillRegistry registry(Skill skill, BundleContext context) throws Exception {
        Messages messages = new Messages() {
            @Override
            public String text(Language language, String key, Map<String, ?> arguments) {
                return key;
            }

            @Override
            public boolean has(Language language, String key) {
                return true;
            }
        };
        Constructor<?> constructor = SkillRegistry.class.getConstructors()[0];
        Class<?> limits = constructor.getParameterTypes()[0];
        Object defaults = Proxy.newProxyInstance(
                limits.getClassLoader(),
                new Class<?>[] {limits},
                (proxy, method, arguments) -> method.getDefaultValue());
        MessageCatalogs catalogs = anchor -> messages;
        SkillRegistry registry = (SkillRegistry) constructor.newInstance(defaults, catalogs, context);
        IntentTrainer trainer = examples -> (text, language) -> new IntentResult(Optional.of(INTENT), 1, List.of());
        bind("setTrainer", registry, new Class<?>[] {IntentTrainer.class}, trainer);
        bind("addSkill", registry, new Class<?>[] {Skill.class, Map.class}, skill, Map.of());
        registry.relearn(); // comes after all that was asked for before
        return registry;
    }

    private static void bind(String name, SkillRegistry registry, Class<?>[] types, Object... values)
            throws ReflectiveOperationException {
        Method method = SkillRegistry.class.getDeclaredMethod(name, types);
        method.setAccessible(true);
        method.invoke(registry, values);
    }

    void close() throws Exception {
        framework.stop();
        framework.waitForStop(10_000);
        Bench.delete(storage);
    }

    /** Answers at once. */
    private static final class Echo implements Skill {

        private static final SkillAnswer ANSWER = SkillAnswer.of("it");

        private final SkillDescription description = new SkillDescription(
                "echo",
                Map.of(Language.ENGLISH, "Echo"),
                Map.of(Language.ENGLISH, "Says it."),
                List.of(new IntentExamples(INTENT, Map.of(Language.ENGLISH, List.of("say it")))));

        @Override
        public SkillDescription description() {
            return description;
        }

        @Override
        public SkillAnswer answer(SkillRequest request) {
            return ANSWER;
        }
    }
}
