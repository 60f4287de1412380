package io.liying.conversation.ui;

/** What the panels ask the view as a whole to do. */
interface Actions {

    void export(String sessionId);

    void rename(String sessionId);

    void delete(String sessionId);

    void toggleInspector();

    /** Turns light into dark or dark into light. */
    void toggleTheme();

    /** Executes a command of the workbench. */
    void command(String id);
}
