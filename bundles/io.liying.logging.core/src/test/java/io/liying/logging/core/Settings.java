package io.liying.logging.core;

import java.lang.annotation.Annotation;

/** A configuration made by hand. */
record Settings(
        String level, String[] levels, String console_level, boolean file, String folder, int max_file_mb, int files)
        implements LoggingConfig {

    static Settings usual() {
        return new Settings("info", new String[0], "warn", true, "", 1, 3);
    }

    Settings level(String level, String... levels) {
        return new Settings(level, levels, console_level, file, folder, max_file_mb, files);
    }

    Settings console(String level) {
        return new Settings(this.level, levels, level, file, folder, max_file_mb, files);
    }

    Settings folder(String folder) {
        return new Settings(level, levels, console_level, file, folder, max_file_mb, files);
    }

    Settings withoutFile() {
        return new Settings(level, levels, console_level, false, folder, max_file_mb, files);
    }

    @Override
    public Class<? extends Annotation> annotationType() {
        return LoggingConfig.class;
    }
}
