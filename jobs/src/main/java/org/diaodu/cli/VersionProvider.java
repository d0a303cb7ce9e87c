package org.diaodu.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that the jar was built with. */
final class VersionProvider implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Diaodu.class.getPackage().getImplementationVersion();
    return new String[] {"diaodu " + (version == null ? "(unpackaged)" : version)};
  }
}
