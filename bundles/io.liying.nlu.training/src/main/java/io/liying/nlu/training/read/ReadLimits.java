package io.liying.nlu.training.read;

/**
 * What an import may bring.
 *
 * @param sentences how many sentences count
 * @param characters how long a sentence may be
 * @param problems how many problems are told one by one
 */
public record ReadLimits(int sentences, int characters, int problems) {}
