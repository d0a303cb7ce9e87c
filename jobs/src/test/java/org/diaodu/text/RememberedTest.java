package org.diaodu.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RememberedTest {
  @Test
  void aTextIsLookedAtOnceUntilThereAreTooMany() {
    List<String> asked = new ArrayList<>();
    Remembered<Integer> lengths =
        new Remembered<>(
            text -> {
              asked.add(text);
              return text.length();
            },
            2);

    assertThat(List.of(lengths.of("a"), lengths.of("bb"), lengths.of("a")))
        .containsExactly(1, 2, 1);
    assertThat(asked).containsExactly("a", "bb");

    assertThat(List.of(lengths.of("ccc"), lengths.of("a"))).containsExactly(3, 1);
    assertThat(asked).as("the third text made it forget").containsExactly("a", "bb", "ccc", "a");
  }
}
