package io.liying.http.training;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "Training uploads", description = "How large a file of sentences may be.")
@interface TrainingUploadConfig {

    @AttributeDefinition(
            name = "Upload MB",
            description = "Megabytes that an uploaded file of sentences may have.",
            min = "1",
            max = "500")
    int training_upload_mb() default 16;
}
