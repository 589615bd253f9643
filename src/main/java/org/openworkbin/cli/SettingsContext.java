package org.openworkbin.cli;

/** The part of the program that has its configuration and nothing else: no store, no server. */
class SettingsContext {}
