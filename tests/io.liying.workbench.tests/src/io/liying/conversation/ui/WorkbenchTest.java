package io.liying.conversation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.conversation.api.Conversations;
import io.liying.conversation.api.History;
import io.liying.conversation.api.Notice;
import io.liying.conversation.api.Notices;
import io.liying.conversation.ui.FakeEngine.Reply;
import io.liying.conversation.ui.sound.SoundDevices;
import io.liying.i18n.api.Language;
import io.liying.nlu.api.Entity;
import io.liying.skill.api.Skills;
import io.liying.speech.api.voice.VoiceEvent;
import io.liying.speech.api.voice.VoiceSessions;
import io.liying.workbench.api.ViewContent;
import io.liying.workbench.api.ViewItem;
import io.liying.workbench.api.WorkbenchView;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIf;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/** One window for all tests, because starting it takes seconds; each test begins a conversation of its own. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@EnabledIf(value = "hasDisplay", disabledReason = "there is no display: set DISPLAY, for example with xvfb-run")
class WorkbenchTest {

    private static final FakeEngine ENGINE = new FakeEngine();
    private static final FakeDevices DEVICES = new FakeDevices();
    private static final FakeVoices VOICES = new FakeVoices();
    private static RunningWorkbench workbench;
    private static WorkbenchPage page;
    private static ServiceRegistration<?> services;

    static boolean hasDisplay() {
        return System.getProperty("os.name").startsWith("Windows")
                || System.getenv("DISPLAY") != null
                || System.getenv("WAYLAND_DISPLAY") != null;
    }

    @BeforeAll
    static void open() throws Exception {
        ENGINE.teach(List.of(
                FakeEngine.skill(
                        "calculator",
                        "Calculator",
                        "what is [15 % of 80](expression)",
                        "계산기",
                        "[3 더하기 4](expression)는?"),
                FakeEngine.skill("clock", "Clock", "what time is it in [Tokyo](city)?", "시계", "[도쿄](city)는 지금 몇 시야?"),
                FakeEngine.skill(
                        "timer", "Timer", "set a timer for [five minutes](duration)", "타이머", "[5분](duration) 타이머 맞춰 줘"),
                FakeEngine.skill("smalltalk", "Small talk", "what can you do?", "잡담", "뭘 할 수 있어?")));
        ENGINE.teach(
                "what is 15 % of 80",
                new Reply(
                        "15 % of 80 is **12**.",
                        Language.ENGLISH,
                        "calculator.calculate",
                        0.96,
                        List.of(new Entity("expression", "(15/100)*80", "15 % of 80", 8, 18, 0.99)),
                        Duration.ofNanos(1_840_000)));
        ENGINE.teach(
                "set a timer for five minutes",
                new Reply(
                        "Your timer is set. It rings in five minutes.",
                        Language.ENGLISH,
                        "timer.set",
                        0.93,
                        List.of(new Entity("duration", "PT5M", "five minutes", 16, 28, 0.98)),
                        Duration.ofNanos(3_240_000)));
        ENGINE.teach(
                "123 곱하기 456은?",
                new Reply(
                        "123 곱하기 456은 **56,088**입니다.",
                        Language.KOREAN,
                        "calculator.calculate",
                        0.98,
                        List.of(new Entity("expression", "123*456", "123 곱하기 456", 0, 11, 0.99)),
                        Duration.ofNanos(2_100_000)));
        FrameworkUtil.getBundle(WorkbenchTest.class)
                .getBundleContext()
                .registerService(SoundDevices.class, DEVICES, null);
        workbench = new RunningWorkbench();
        page = new WorkbenchPage(workbench.display());
    }

    @AfterAll
    static void close() throws Exception {
        if (workbench != null) {
            workbench.close();
            services.unregister();
        }
    }

    @Test
    @Order(1)
    void the_window_says_that_it_starts_until_the_engine_is_there() throws Exception {
        page.waitForLabel("LiYing is starting…");

        services = FrameworkUtil.getBundle(WorkbenchTest.class)
                .getBundleContext()
                .registerService(
                        new String[] {
                            Conversations.class.getName(),
                            History.class.getName(),
                            Notices.class.getName(),
                            Skills.class.getName()
                        },
                        ENGINE,
                        null);

        page.waitForLabel("Write in your own language, or try one of these.");
        page.waitForSuggestions(4);
        page.screenshot("welcome");
    }

    @Test
    @Order(2)
    void a_typed_message_is_answered_word_by_word_and_inspected() throws Exception {
        ENGINE.holdAfter(4);
        page.press("new-conversation");

        page.say("set a timer for five minutes");

        page.waitForConversation("set a timer for five minutes\nYour timer is set. ");
        assertThat(page.composer()).isEmpty();
        assertThat(page.isShown("stop")).isTrue();

        ENGINE.letGo();

        page.waitForConversation("set a timer for five minutes\nYour timer is set. It rings in five minutes.");
        page.waitForInspector("English 97 %\ntimer.set 93 %\nduration: five minutes = PT5M\n3.24 ms");
        assertThat(page.isShown("send")).isTrue();
        page.screenshot("conversation");
    }

    @Test
    @Order(3)
    void a_korean_message_is_answered_in_korean() throws Exception {
        page.press("new-conversation");

        page.say("123 곱하기 456은?");

        page.waitForConversation("123 곱하기 456은?\n123 곱하기 456은 56,088입니다.");
        page.waitForInspector("Korean 97 %\ncalculator.calculate 98 %\nexpression: 123 곱하기 456 = 123*456\n2.10 ms");
        page.screenshot("korean");
    }

    @Test
    @Order(4)
    void a_suggestion_is_said_when_it_is_pressed() throws Exception {
        page.press("new-conversation");
        page.waitForSuggestions(4);

        page.pressSuggestion(0);

        page.waitForConversation("what is 15 % of 80\n15 % of 80 is 12.");
    }

    @Test
    @Order(5)
    void the_stop_button_keeps_what_was_heard() throws Exception {
        ENGINE.holdAfter(2);
        page.press("new-conversation");
        page.say("set a timer for five minutes");
        page.waitForConversation("set a timer for five minutes\nYour timer ");

        page.press("stop");

        page.waitForConversation("set a timer for five minutes\nYour timer");
        page.waitUntil("one can send again", () -> true);
        assertThat(page.isShown("send")).isTrue();
        ENGINE.letGo();
    }

    @Test
    @Order(6)
    void a_failed_turn_says_why() throws Exception {
        page.press("new-conversation");

        page.say("gibberish");

        page.waitForConversation("gibberish\nI was not taught: gibberish");
    }

    @Test
    @Order(7)
    void shift_and_enter_begin_a_line_instead_of_sending() {
        page.beginLine("first");

        assertThat(page.composer()).isEqualTo("first\n");
        page.say("");
    }

    @Test
    @Order(8)
    void what_rings_is_shown_until_it_is_dismissed() throws Exception {
        ENGINE.publish(new Notice(
                "1", "owner", "timer.fired", Language.ENGLISH, "Your tea timer is up.", Map.of(), Instant.EPOCH));

        page.waitForLabel("Your tea timer is up.");
        page.screenshot("notice");
        page.press("dismiss-1");

        page.waitUntil("the notice is gone", () -> page.labels("notices").isEmpty());
    }

    @Test
    @Order(9)
    void a_session_is_renamed_found_and_deleted() throws Exception {
        page.press("new-conversation");
        page.say("what is 15 % of 80");
        page.waitForConversation("what is 15 % of 80\n15 % of 80 is 12.");
        page.waitForLabel("what is 15 % of 80");

        page.menu(1, 1);
        page.fill("rename-title", "Percentages & more");
        page.press("rename-save");
        page.waitForLabel("Percentages && more");

        page.search("percent");
        page.waitUntil("one session is listed", () -> page.sessions() == 1);
        page.search("");
        page.waitUntil("all sessions are listed", () -> page.sessions() > 1);

        page.deleteCurrentSession();
        page.press("delete-confirm");
        page.waitForLabel("Write in your own language, or try one of these.");
    }

    @Test
    @Order(10)
    void the_inspector_can_be_hidden_and_shown() {
        page.press("toggle-inspector");
        assertThat(page.isShown("inspector")).isFalse();

        page.press("toggle-inspector");
        assertThat(page.isShown("inspector")).isTrue();
    }

    @Test
    @Order(11)
    void dark_and_light_change_while_a_conversation_is_shown() throws Exception {
        page.press("new-conversation");
        page.say("what is 15 % of 80");
        page.waitForConversation("what is 15 % of 80\n15 % of 80 is 12.");

        page.press("toggle-theme");
        page.waitUntilDark(true);
        assertThat(page.conversation()).isEqualTo("what is 15 % of 80\n15 % of 80 is 12.");
        page.screenshot("dark");

        page.press("toggle-theme");
        page.waitUntilDark(false);
    }

    @Test
    @Order(12)
    void the_menus_name_their_keys() {
        assertThat(page.menus()).containsExactly("&File", "&Edit", "&View", "&Help");
        assertThat(page.menuText(0, 0)).isEqualTo("&New Conversation\tCtrl+N");
        assertThat(page.menuText(3, 0)).isEqualTo("&Keyboard Shortcuts\tF1");
    }

    @Test
    @Order(13)
    void the_help_menu_tells_the_keys_and_the_version() throws Exception {
        page.menu(3, 0);
        assertThat(page.sheet())
                .startsWith(
                        "Keyboard Shortcuts", "Enter", "Send the message", "Shift+Enter", "New line in the message");
        page.screenshot("shortcuts");
        page.closeSheet();

        page.menu(3, 2);
        assertThat(page.sheet())
                .containsExactly(
                        "About LiYing",
                        "LiYing",
                        "Your own assistant. Your words stay on this machine.",
                        "Version 0.1.0 · Java 25\nFree software under the Apache License 2.0.");
        page.screenshot("about");
        page.closeSheet();
    }

    @Test
    @Order(14)
    void without_ears_and_a_voice_the_window_says_what_to_install() throws Exception {
        page.press("new-conversation");

        page.press("talk");

        page.waitForLabel(
                "LiYing’s ears and voice are not installed here. Install the feature io.liying.feature.speech.");
    }

    @Test
    @Order(15)
    void without_a_microphone_the_window_says_so() throws Exception {
        FrameworkUtil.getBundle(WorkbenchTest.class)
                .getBundleContext()
                .registerService(VoiceSessions.class, VOICES, null);

        page.press("talk");

        page.waitForLabel("No microphone was found. Connect one and try again.");
        assertThat(page.isShown("talk")).isTrue();
        page.screenshot("no-microphone");
    }

    @Test
    @Order(16)
    void what_is_said_into_the_microphone_is_shown_while_it_is_heard() throws Exception {
        DEVICES.connected.addAll(List.of("Desk microphone", "Headset"));
        short[] sound = FakeDevices.recording("wav/timer-five-minutes.wav");
        page.press("talk");
        page.waitForLabel("Listening");
        assertThat(page.isShown("deaf")).isTrue();

        DEVICES.hear(Arrays.copyOf(sound, 512 * 30)); // in the middle of a word, so that the meter shows it
        VOICES.tell(new VoiceEvent.SpeechStarted());
        VOICES.tell(new VoiceEvent.Partial("set a timer for"));
        page.waitForLabel("set a timer for");
        page.waitUntil("the ears have all of it", () -> VOICES.samples.get() == 512 * 30);
        page.screenshot("voice-hearing");
        page.press("deaf");
        page.waitUntil("the microphone is closed", () -> VOICES.closes == 1);
        assertThat(page.isShown("talk")).isTrue();
        assertThat(page.isShown("voice")).isFalse();
    }

    @Test
    @Order(17)
    void the_language_chosen_in_the_preferences_is_spoken_at_once() throws Exception {
        page.press("new-conversation");
        page.menu(0, 4);
        page.screenshot("preferences");
        page.choose("preferences-language", Language.KOREAN.ordinal() + 1);
        page.press("preferences-save");

        page.waitForLabel("무엇을 도와드릴까요?");
        page.waitUntil(
                "the menus are Korean", () -> page.menus().equals(List.of("파일(&F)", "편집(&E)", "보기(&V)", "도움말(&H)")));
        page.screenshot("korean-window");
    }

    @Test
    @Order(18)
    void a_view_that_comes_is_shown_used_replaced_and_taken_away() throws Exception {
        FakeView view = new FakeView("주사위");
        ServiceRegistration<WorkbenchView> registered = FrameworkUtil.getBundle(WorkbenchTest.class)
                .getBundleContext()
                .registerService(WorkbenchView.class, view, null);

        page.waitForLabel("아직 굴리지 않았어요.");
        assertThat(page.tabs()).containsExactly("주사위");
        page.fill("view-dice", "3");
        page.choose("view-kind", 1);
        page.press("view-roll");
        page.waitForLabel("ko rolled 3 of kind b");
        page.screenshot("plugin-view");

        view.text = "another version";
        page.waitForLabel("another version");
        page.waitUntil("what was written stays", () -> page.written("view-dice").equals("3"));

        view.failure = "the dice fell off the table";
        page.waitForLabel("주사위: 응답이 없습니다. the dice fell off the table");
        view.failure = null;
        page.waitForLabel("another version");

        registered.unregister();
        page.waitUntil("the tab is gone", () -> page.tabs().isEmpty());
        assertThat(page.isShown("composer")).isTrue();
    }

    /** Dice as a plugin would tell them. */
    private static final class FakeView implements WorkbenchView {

        private final String title;
        private volatile String text = "아직 굴리지 않았어요.";
        private volatile String failure;

        FakeView(String title) {
            this.title = title;
        }

        @Override
        public ViewContent show(Language language) {
            if (failure != null) {
                throw new IllegalStateException(failure);
            }
            return new ViewContent(
                    title,
                    List.of(
                            new ViewItem.Input("dice", "주사위 수", "2"),
                            new ViewItem.Choice(
                                    "kind", "종류", List.of(Map.entry("a", "여섯 면"), Map.entry("b", "여덟 면")), "a"),
                            new ViewItem.Button("roll", "굴리기", ViewItem.Button.Weight.MAIN),
                            new ViewItem.Button("clear", "지우기", ViewItem.Button.Weight.OTHER),
                            new ViewItem.Heading("2 + 5 = 7"),
                            new ViewItem.Paragraph(text),
                            new ViewItem.Entries(List.of("1 + 1 = 2", "6 + 6 = 12"))));
        }

        @Override
        public ViewContent press(Language language, String button, Map<String, String> inputs) {
            text = language.code() + " rolled " + inputs.get("dice") + " of kind " + inputs.get("kind");
            return show(language);
        }
    }
}
