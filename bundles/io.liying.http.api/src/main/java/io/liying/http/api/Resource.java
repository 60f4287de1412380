package io.liying.http.api;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** A group of routes; registered as an OSGi service, served as long as the service is there. */
@ConsumerType
public interface Resource {

    /** The routes; the same each time. */
    List<Route> routes();
}
