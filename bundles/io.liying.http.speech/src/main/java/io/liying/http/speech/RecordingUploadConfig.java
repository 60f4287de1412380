package io.liying.http.speech;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "Speech over HTTP", description = "What may be sent to be heard.")
@interface RecordingUploadConfig {

    @AttributeDefinition(
            name = "Upload megabytes",
            description = "Megabytes that a recording sent over HTTP may have.",
            min = "1",
            max = "2048")
    int upload_mb() default 64;
}
