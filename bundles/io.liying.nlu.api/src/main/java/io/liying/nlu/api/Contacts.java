package io.liying.nlu.api;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** The contacts of people. Nobody is told of another person's. Safe for use by many threads. */
@ConsumerType
public interface Contacts {

    /**
     * A person's contacts. Called in each of her turns: answers from memory, within a millisecond.
     *
     * @param personId whose
     * @return empty if she has none
     */
    List<Contact> of(String personId);
}
