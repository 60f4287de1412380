package example.dicepanel;

import io.liying.sdk.test.PluginScripts;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ConversationTest {

    @TestFactory
    Stream<DynamicNode> conversations_go_as_written() {
        return PluginScripts.of(ConversationTest.class);
    }
}
