package org.diaodu.testing;

import java.io.IOException;
import java.net.ServerSocket;

/** Ports of this machine for servers that must be told theirs. */
final class Ports {
  private Ports() {}

  /** One that nobody listened on a moment ago. */
  static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
