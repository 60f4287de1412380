package io.liying.speech.session;

import io.liying.conversation.api.Conversations;
import io.liying.conversation.api.Message;
import io.liying.conversation.api.MessageLog;
import io.liying.i18n.api.DefaultLanguage;
import io.liying.i18n.api.Language;
import io.liying.i18n.api.MessageCatalogs;
import io.liying.i18n.api.Messages;
import io.liying.speech.api.Hearing;
import io.liying.speech.api.HearingOptions;
import io.liying.speech.api.SpeechException;
import io.liying.speech.api.SpeechRecognition;
import io.liying.speech.api.voice.SpeechRequest;
import io.liying.speech.api.voice.SpeechSynthesis;
import io.liying.speech.api.voice.VoiceEvent;
import io.liying.speech.api.voice.VoiceRecordings;
import io.liying.speech.api.voice.VoiceSession;
import io.liying.speech.api.voice.VoiceSessions;
import io.liying.speech.api.voice.VoiceSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens conversations by voice and gives them what they share. */
@Component(configurationPid = "io.liying.speech")
@Designate(ocd = TalkConfig.class)
public final class SpokenConversations implements VoiceSessions {

    private static final Logger log = LoggerFactory.getLogger(SpokenConversations.class);

    private final SpeechRecognition recognition;
    private final SpeechSynthesis synthesis;
    private final Conversations conversations;
    private final MessageLog history;
    private final DefaultLanguage defaultLanguage;
    private final Clock clock;
    private final CompleteCommand complete;
    private final VoiceRecordings recordings;
    private final Messages messages;
    private final StopWords stopWords;
    private final LongSupplier nanos;
    private final Set<TalkSession> open = ConcurrentHashMap.newKeySet();
    private volatile TalkConfig config;

    @Activate
    public SpokenConversations(
            TalkConfig config,
            @Reference Senses senses,
            @Reference Conversations conversations,
            @Reference MessageLog history,
            @Reference MessageCatalogs catalogs) {
        this(config, senses, conversations, history, catalogs.of(SpokenConversations.class), System::nanoTime);
    }

    SpokenConversations(
            TalkConfig config,
            Senses senses,
            Conversations conversations,
            MessageLog history,
            Messages messages,
            LongSupplier nanos) {
        this.config = config;
        this.recognition = senses.recognition();
        this.synthesis = senses.synthesis();
        this.defaultLanguage = senses.defaultLanguage();
        this.clock = senses.clock();
        this.complete = senses.complete();
        this.recordings = senses.recordings();
        this.conversations = conversations;
        this.history = history;
        this.messages = messages;
        this.stopWords = new StopWords(messages);
        this.nanos = nanos;
    }

    @Modified
    void modified(TalkConfig changed) {
        config = changed;
    }

    @Deactivate
    void deactivate() {
        open.forEach(TalkSession::close);
    }

    @Override
    public VoiceSession open(VoiceSettings settings, Consumer<? super VoiceEvent> listener) throws SpeechException {
        int most = config.conversation_max();
        TalkSession session = new TalkSession(this, settings, listener);
        synchronized (open) {
            if (open.size() >= most) {
                throw new SpeechException("conversation.busy", Map.of("limit", most));
            }
            open.add(session);
        }
        try {
            HearingOptions options = HearingOptions.DEFAULT
                    .in(settings.language())
                    .pausing(Duration.ofMillis(config.conversation_pause_ms()));
            Hearing hearing = recognition.listen(options, session::happened);
            session.begin(hearing);
            if (config.conversation_early_ms() > 0) {
                hearing.endEarly(
                        Duration.ofMillis(config.conversation_early_ms()),
                        text -> complete.test(text, session.spokenLanguage()));
            }
        } catch (SpeechException deaf) {
            closed(session);
            throw deaf;
        }
        synthesis.prepare(new SpeechRequest(
                settings.personId(),
                Optional.of(settings.language().orElseGet(defaultLanguage::language)),
                settings.voice(),
                settings.prosody()));
        return session;
    }

    void closed(TalkSession session) {
        synchronized (open) {
            open.remove(session);
        }
    }

    /** Keeps of an answer what was heard; what fails costs the mark, not the conversation. */
    void remember(String personId, String sessionId, String turnId, Language language, SpokenAnswer.Heard heard) {
        Message message = new Message(
                sessionId,
                turnId,
                Message.Role.ASSISTANT,
                heard.text(),
                language,
                Optional.empty(),
                0,
                List.of(),
                Map.of("heard", heard.listened()),
                clock.instant());
        history.interrupted(personId, message).whenComplete((done, failure) -> {
            if (failure != null) {
                log.warn("That answer {} was interrupted could not be stored", turnId, failure);
            }
        });
    }

    Conversations conversations() {
        return conversations;
    }

    SpeechSynthesis synthesis() {
        return synthesis;
    }

    VoiceRecordings recordings() {
        return recordings;
    }

    StopWords stopWords() {
        return stopWords;
    }

    Language usualLanguage() {
        return defaultLanguage.language();
    }

    String text(Language language, String key) {
        return messages.text(language, key);
    }

    LongSupplier nanos() {
        return nanos;
    }

    Duration ahead() {
        return Duration.ofMillis(config.conversation_ahead_ms());
    }
}
