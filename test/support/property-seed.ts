/*
 * In CI the properties are given the same values in every run, so that a red run speaks of the change and not of luck.
 * Elsewhere each run tries new ones; what is found there becomes a case of its own.
 */
import fc from "fast-check";

/** Any number: the first run's date. */
const CI_SEED = 20_261_120;

if (process.env.CI) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: CI_SEED });
