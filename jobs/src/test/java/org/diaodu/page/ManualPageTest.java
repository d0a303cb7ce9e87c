package org.diaodu.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ManualPageTest {
  @Test
  void whatStandsInAChapterStandsOnThePage() {
    String page =
        html(
            """
            ## 退出码

            **1** 是失败，见`status`。
            什么都没有发布。

            | 代码 | 意思 |
            |---|---|
            | `a<b` | 小于 |

            - 第一
            - 第二

            <!-- not run: example -->
            ```
            bin/diaodu nightly "a & b"
            ```
            """);

    assertThat(page)
        .contains("<section id=\"operation\">\n<h2>运行</h2>")
        .contains("<h3>退出码</h3>")
        .contains("<p><b>1</b> 是失败，见<code>status</code>。什么都没有发布。</p>")
        .contains("<tr><th>代码</th><th>意思</th></tr>")
        .contains("<tr><td><code>a&lt;b</code></td><td>小于</td></tr>")
        .contains("<ul><li>第一</li>\n<li>第二</li></ul>")
        .contains("<pre><code>bin/diaodu nightly &quot;a &amp; b&quot;</code></pre>")
        .doesNotContain("not run");
  }

  @Test
  void linksLeadToTheChapterOrOutOfTheManual() {
    assertThat(html("[词](glossary.md) [方法](../method/README.md) [包](../../conf/README.md#a)"))
        .contains("href=\"#glossary\"")
        .contains("href=\"method/README.md\"")
        .contains("href=\"../conf/README.md#a\"");
  }

  @Test
  void whatThePageCannotShowIsRefused() {
    assertThatThrownBy(() -> html("> 引文")).hasMessageContaining("引文");
    assertThatThrownBy(() -> ManualPage.html(Map.of("a.md", "没有标题")))
        .hasMessageContaining("a.md has no title");
  }

  private static String html(String text) {
    return ManualPage.html(Map.of("operation.md", "# 运行\n\n" + text));
  }
}
