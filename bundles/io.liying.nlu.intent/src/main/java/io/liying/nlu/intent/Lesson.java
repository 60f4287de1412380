package io.liying.nlu.intent;

import java.util.List;

/** An intent and its phrases in one language. */
record Lesson(String intent, List<String> phrases) {}
