package io.liying.bench;

import io.liying.testkit.PluginJar;
import java.nio.file.Path;

/**
 * Plugins that do what none should. Each does it whenever it is asked to.
 */
enum Rogue {
    THROWS(20, "throw new IllegalStateException(\"a rogue's exception\");", ""),
    HANGS(2, "new java.util.concurrent.CountDownLatch(1).await(); return SkillAnswer.of(\"never\");", ""),
    LOOPS(
            2,
            "while (going) { count++; } return SkillAnswer.of(\"never\");",
            "private volatile boolean going = true; private volatile long count;"),
    LEAKS_THREADS(
            20,
            "new Thread(TestSkill::sleep, \"leaked\").start(); new Timer().schedule(new TimerTask() {"
                    + " public void run() { sleep(); } }, 1, 1); return SkillAnswer.of(\"leaked\");",
            "private static void sleep() { try { Thread.sleep(3_600_000); } catch (InterruptedException ignored)"
                    + " { sleep(); } }"),
    EATS_MEMORY(
            2,
            "while (eaten != null) { eaten.add(new byte[1 << 20]); } return SkillAnswer.of(\"never\");",
            "private final List<byte[]> eaten = new ArrayList<>();"),
    EXITS(20, "System.exit(3); return SkillAnswer.of(\"never\");", "");

    static final String SENTENCE = "let the rogue do its worst";

    private final double callsPerSecond;
    private final String body;
    private final String members;

    Rogue(double callsPerSecond, String body, String members) {
        this.callsPerSecond = callsPerSecond;
        this.body = body;
        this.members = members;
    }

    /** How often it is asked. */
    double callsPerSecond() {
        return callsPerSecond;
    }

    Path build(Path folder) throws Exception {
        return PluginJar.of("rogue", "1.0.0")
                .withSkill(body, members, SENTENCE, "rogue do your worst", "ask the rogue", "call the rogue")
                .build(folder.resolve(name() + ".jar"));
    }
}
