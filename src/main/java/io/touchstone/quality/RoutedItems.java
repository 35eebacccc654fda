package io.touchstone.quality;

/**
 * Where a batch's items went.
 *
 * @param accepted items settled by their majority just now
 * @param adjudicationPackages work packages of adjudicators that are still to be done
 * @param unassignable items that need an adjudicator and for whom there is none
 */
public record RoutedItems(int accepted, int adjudicationPackages, int unassignable) {}
