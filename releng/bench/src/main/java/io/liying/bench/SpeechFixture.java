package io.liying.bench;

import io.liying.i18n.api.Language;
import io.liying.speech.api.SpeechRecognition;
import io.liying.speech.api.VoiceActivityDetector;
import io.liying.speech.api.model.InstalledModel;
import io.liying.speech.api.model.NativeProbe;
import io.liying.speech.api.model.SpeechModels;
import io.liying.speech.core.ArbitratedRecognition;
import io.liying.speech.core.engine.Engines;
import io.liying.speech.core.voice.Detectors;
import io.liying.speech.core.voice.EnergyDetector;
import io.liying.speech.silero.SileroDetector;
import io.liying.speech.vosk.VoskRecognizer;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** LiYing's ears without a framework, as configured by default. */
final class SpeechFixture {

    private final List<InstalledModel> models = new ArrayList<>();
    private final SpeechModels installed = new SpeechModels() {
        @Override
        public List<InstalledModel> of(String engine) {
            return models.stream()
                    .filter(model -> model.engine().equals(engine))
                    .toList();
        }

        @Override
        public List<Path> folders() {
            return List.of();
        }
    };
    private final NativeProbe trusted = (model, jars, program, arguments) -> {};

    void install(InstalledModel model) {
        models.add(model);
    }

    Optional<InstalledModel> vosk(Language language) {
        return installed.of("vosk").stream()
                .filter(model -> model.languages().contains(language))
                .findFirst();
    }

    VoiceActivityDetector energy() throws ReflectiveOperationException {
        return configured(EnergyDetector.class);
    }

    Optional<VoiceActivityDetector> silero() {
        return installed.of("silero").isEmpty()
                ? Optional.empty()
                : Optional.of(new SileroDetector(installed, trusted));
    }

    SpeechRecognition ears(VoiceActivityDetector detector) throws ReflectiveOperationException {
        Engines engines = new Engines(() -> Language.ENGLISH);
        engines.add(configured(VoskRecognizer.class, installed, trusted, Clock.systemUTC()));
        return configured(ArbitratedRecognition.class, engines, Detectors.of(detector), Clock.systemUTC());
    }

    /** Calls the public constructor, whose last parameter is the configuration, with the defaults. */
    private static <T> T configured(Class<T> type, Object... services) throws ReflectiveOperationException {
        @SuppressWarnings("unchecked")
        Constructor<T> constructor = (Constructor<T>) type.getConstructors()[0];
        Class<?> configuration = constructor.getParameterTypes()[services.length];
        Object[] arguments = java.util.Arrays.copyOf(services, services.length + 1);
        arguments[services.length] = Proxy.newProxyInstance(
                configuration.getClassLoader(),
                new Class<?>[] {configuration},
                (proxy, method, none) -> method.getDefaultValue());
        return constructor.newInstance(arguments);
    }
}
