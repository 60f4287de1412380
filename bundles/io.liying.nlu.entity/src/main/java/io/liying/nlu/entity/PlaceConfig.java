package io.liying.nlu.entity;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "Places", description = "Which places the assistant knows beside those it comes with.")
@interface PlaceConfig {

    @AttributeDefinition(
            name = "GeoNames file",
            description = "A file of places as geonames.org offers it, such as cities15000.txt; empty for none.")
    String geonames_file() default "";

    @AttributeDefinition(
            name = "GeoNames places",
            description = "How many places are read at most; the file's others are left out.",
            min = "1")
    int geonames_limit() default 50_000;
}
